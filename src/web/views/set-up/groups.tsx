import { useState } from "react";
import type { Declaration } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { count } from "../../parts/numbers.ts";
import { texts } from "../../texts.ts";
import { Field, IdField, type Problems, SideSelect } from "./field.tsx";

const words = texts.setUp;
type SideEntry = Declaration["sides"][number];
type SourceEntry = Declaration["sources"][number];
type ActorEntry = Declaration["actors"][number];

const kinds = ["media", "agency", "government", "organisation", "opinion", "forum", "person"];

/** A key for a row that stays while its id is typed. */
function keyOf(entry: { was: string | null }, index: number): string {
  return entry.was === null ? `new ${index}` : `was ${entry.was}`;
}

const changed = <T,>(all: readonly T[], at: number, change: Partial<T>): T[] =>
  all.map((one, index) => (index === at ? { ...one, ...change } : one));
const without = <T,>(all: readonly T[], at: number): T[] => all.filter((_, index) => index !== at);
const linesOf = (text: string) => text.split("\n");

/** Letters and digits of a name, joined by hyphens; the nth free one where it is taken. */
function freeId(name: string, taken: readonly { id: string }[]): string {
  const bare =
    name
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("-") || "new";
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? bare : `${bare}-${nth}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

export function Sides({
  sides,
  at,
  set,
}: {
  sides: readonly SideEntry[];
  at: Problems;
  /** `renamed`: whoever belongs to the side is to follow it. */
  set: (sides: SideEntry[], renamed?: { from: string; to: string }) => void;
}) {
  return (
    <fieldset>
      <legend>{words.sides}</legend>
      <p className="soft">{words.sidesLead}</p>
      {sides.map((side, index) => (
        <div className="row entry" key={keyOf(side, index)}>
          <IdField
            name={words.id}
            value={side.id}
            problems={at("sides", side.id)}
            onChange={(id) => set(changed(sides, index, { id }), { from: side.id, to: id })}
          />
          <div className="long">
            <Field
              name={words.description}
              value={side.name}
              problems={[]}
              onChange={(name) => set(changed(sides, index, { name }))}
            />
          </div>
          <Remove name={side.id} onClick={() => set(without(sides, index))} />
        </div>
      ))}
      <button
        type="button"
        onClick={() => set([...sides, { id: freeId("side", sides), was: null, name: "" }])}
      >
        {words.addSide}
      </button>
    </fieldset>
  );
}

export function Sources({
  declared: { sources, sides },
  documents,
  at,
  set,
}: {
  declared: Declaration;
  /** Documents of each source as it would be. */
  /** Documents by source; null while that is read. */
  documents: Readonly<Record<string, number>> | null;
  at: Problems;
  set: (sources: SourceEntry[]) => void;
}) {
  const add = (entry: Partial<SourceEntry> & { name: string }) =>
    set([
      ...sources,
      {
        ...{ kind: "", side: "", files: [], aliases: [] },
        was: null,
        ...entry,
        id: freeId(entry.name, sources),
      },
    ]);
  return (
    <fieldset>
      <legend>{words.sources}</legend>
      <p className="soft">{words.sourcesLead}</p>
      <datalist id="kinds-of-sources">
        {kinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      {sources.map((source, index) => (
        <SourceRow
          key={keyOf(source, index)}
          source={source}
          sides={sides}
          documents={documents && (documents[source.id] ?? 0)}
          at={(...path) => at("sources", source.id, ...path)}
          set={(change) => set(changed(sources, index, change))}
          remove={() => set(without(sources, index))}
        />
      ))}
      <button type="button" onClick={() => add({ name: "" })}>
        {words.addSource}
      </button>
      <Undeclared
        sources={sources}
        make={(folder) => add({ name: folder, files: [`${folder}/**`] })}
      />
    </fieldset>
  );
}

function SourceRow({
  source,
  sides,
  documents,
  at,
  set,
  remove,
}: {
  source: SourceEntry;
  sides: readonly SideEntry[];
  documents: number | null;
  at: Problems;
  set: (change: Partial<SourceEntry>) => void;
  remove: () => void;
}) {
  const [isOpen, setOpen] = useState(source.was === null);
  const called = source.name || source.id;
  return (
    <div className="entry">
      <div className="row">
        <div className="long">
          <Field
            name={words.name}
            value={source.name}
            problems={at("name")}
            onChange={(name) => set({ name })}
          />
        </div>
        <SideSelect
          sides={sides}
          name={words.side}
          value={source.side}
          problems={at("side")}
          onChange={(side) => set({ side })}
        />
        <span className="soft number">{documents !== null && count(documents, "document")}</span>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={words.moreNamed(called)}
          onClick={() => setOpen(!isOpen)}
        >
          {words.more}
        </button>
        <Remove name={called} onClick={remove} />
      </div>
      {isOpen && (
        <div className="row more">
          <IdField
            name={words.id}
            value={source.id}
            problems={at()}
            onChange={(id) => set({ id })}
          />
          <Field
            name={words.kind}
            list="kinds-of-sources"
            value={source.kind}
            problems={at("kind")}
            onChange={(kind) => set({ kind })}
          />
          <Field
            name={words.files}
            hint={words.filesHint}
            lines={2}
            value={source.files.join("\n")}
            problems={at("files")}
            onChange={(text) => set({ files: linesOf(text) })}
          />
          <Field
            name={words.aliases}
            lines={2}
            value={source.aliases.join("\n")}
            problems={at("aliases")}
            onChange={(text) => set({ aliases: linesOf(text) })}
          />
        </div>
      )}
    </div>
  );
}

/** Folders of which no source is declared, each a source at a press. */
const mostFolders = 20;

function Undeclared({
  sources,
  make,
}: {
  sources: readonly SourceEntry[];
  make: (folder: string) => void;
}) {
  const { overview } = useCase();
  const own = overview.documents.filter(({ id, sourceId }) => id === sourceId);
  if (own.length === 0) return null;
  const folders = new Map<string, number>();
  for (const { file } of own) {
    const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
    const isTaken = sources.some(({ files }) => files.includes(`${folder}/**`));
    if (folder !== "" && !isTaken) folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const most = [...folders].sort(([, a], [, b]) => b - a).slice(0, mostFolders);
  return (
    <div className="undeclared">
      <p>
        {words.undeclared(count(own.length, "document"))}.{" "}
        <span className="soft">{words.undeclaredLead}</span>
      </p>
      {most.map(([folder, documents]) => (
        <button key={folder} type="button" onClick={() => make(folder)}>
          {words.makeSource(folder, count(documents, "document"))}
        </button>
      ))}
    </div>
  );
}

export function Actors({
  declared: { actors, sides },
  at,
  set,
}: {
  declared: Declaration;
  at: Problems;
  set: (actors: ActorEntry[]) => void;
}) {
  return (
    <fieldset>
      <legend>{words.actors}</legend>
      <p className="soft">{words.actorsLead}</p>
      {actors.map((actor, index) => (
        <div className="row entry" key={keyOf(actor, index)}>
          <IdField
            name={words.id}
            value={actor.id}
            problems={at("actors", actor.id)}
            onChange={(id) => set(changed(actors, index, { id }))}
          />
          <div className="long">
            <Field
              name={words.names}
              lines={Math.min(4, Math.max(1, actor.names.length))}
              value={actor.names.join("\n")}
              problems={at("actors", actor.id, "names")}
              onChange={(text) => set(changed(actors, index, { names: linesOf(text) }))}
            />
          </div>
          <Field
            name={words.kind}
            value={actor.kind}
            problems={at("actors", actor.id, "kind")}
            onChange={(kind) => set(changed(actors, index, { kind }))}
          />
          <SideSelect
            sides={sides}
            name={words.side}
            value={actor.side}
            problems={at("actors", actor.id, "side")}
            onChange={(side) => set(changed(actors, index, { side }))}
          />
          <Remove name={actor.id} onClick={() => set(without(actors, index))} />
        </div>
      ))}
      <button
        type="button"
        onClick={() =>
          set([
            ...actors,
            { id: freeId("actor", actors), was: null, names: [], side: "", kind: "" },
          ])
        }
      >
        {words.addActor}
      </button>
    </fieldset>
  );
}

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <button type="button" className="remove" aria-label={words.removeNamed(name)} onClick={onClick}>
      {words.remove}
    </button>
  );
}
