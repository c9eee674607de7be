import { useDeferredValue, useEffect, useState } from "react";
import type { Declaration, SetUpState } from "../../../serve/types.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { Answer, FailureNote, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { Field, type Problems, problemsAt } from "./field.tsx";
import { Actors, Sides, Sources } from "./groups.tsx";
import { Preview } from "./preview.tsx";
import { useAnalyse, useFolder, usePreview, useSave, useSetUp } from "./queries.ts";
import { RefusalNote } from "./refusal.tsx";
import "./set-up.css";

const words = texts.setUp;

/** Sides, sources, actors, packs and checklist in forms that write the case file. */
export function SetUpView() {
  const state = useSetUp();
  const folder = useFolder();
  return (
    <>
      <Heading question={words.question}>{words.lead}</Heading>
      {folder.data && <RefusalNote refusal={folder.data.setUpRefusal} />}
      <Answer query={state}>
        {(data) => <Form first={data} canSave={folder.data?.setUpRefusal === null} />}
      </Answer>
    </>
  );
}

/** The form keeps what it was made from: an answer that comes later does not take away what was typed. */
function Form({ first, canSave }: { first: SetUpState; canSave: boolean }) {
  const [from, setFrom] = useState<Omit<SetUpState, "packs">>(first);
  const [declared, setDeclared] = useState<Declaration>(first.declared);
  const isChanged = JSON.stringify(declared) !== JSON.stringify(from.declared);
  useEffect(() => {
    if (isChanged || first.sha256 === from.sha256) return;
    setFrom(first);
    setDeclared(first.declared);
  }, [first, from.sha256, isChanged]);
  const preview = usePreview(useLater(useDeferredValue(declared)));
  const save = useSave();
  const analyse = useAnalyse();
  const set = (change: Partial<Declaration>) => setDeclared({ ...declared, ...change });
  const fields = preview.data?.fields ?? [];
  const at: Problems = (...path) => problemsAt(fields, path);

  async function send(sha256: string): Promise<void> {
    const saved = await save.mutateAsync({ sha256, declared });
    if (saved.outcome !== "saved") return;
    setFrom(saved.state);
    setDeclared(saved.state.declared);
    await analyse();
  }

  const conflict = save.data?.outcome === "conflict" ? save.data : null;
  return (
    <form
      className="set-up"
      onSubmit={(event) => {
        event.preventDefault();
        void send(from.sha256).catch(() => {});
      }}
    >
      <div className="forms">
        {!from.exists && <p className="soft">{words.made}</p>}
        <fieldset>
          <legend>{words.general}</legend>
          <div className="row">
            <Field
              name={words.title}
              value={declared.title}
              problems={at("title")}
              onChange={(title) => set({ title })}
            />
            <Field
              name={words.language}
              hint={words.languageHint}
              value={declared.language}
              problems={at("language")}
              onChange={(language) => set({ language })}
            />
          </div>
        </fieldset>
        <Sides
          sides={declared.sides}
          at={at}
          set={(sides, renamed) => {
            const follow = <T extends { side: string }>(one: T): T =>
              renamed && one.side === renamed.from ? { ...one, side: renamed.to } : one;
            set({
              sides,
              sources: declared.sources.map(follow),
              actors: declared.actors.map(follow),
            });
          }}
        />
        <Sources
          declared={declared}
          documents={preview.data?.documents ?? null}
          at={at}
          set={(sources) => set({ sources })}
        />
        <Actors declared={declared} at={at} set={(actors) => set({ actors })} />
        <Packs
          packs={first.packs}
          chosen={declared.packs}
          problems={at("packs")}
          set={(packs) => set({ packs })}
        />
        <fieldset>
          <legend>{words.checklist}</legend>
          <Field
            name={words.checklistLead}
            lines={10}
            value={declared.checklist.join("\n")}
            problems={at("checklist")}
            onChange={(text) => set({ checklist: text.split("\n") })}
          />
        </fieldset>
      </div>
      <aside className="changes" aria-label={words.preview} data-changed={isChanged || undefined}>
        <h2>{words.preview}</h2>
        <Preview
          query={preview}
          isChanged={isChanged}
          statements={[statements(from.declared), statements(declared)]}
        />
        <p className="buttons">
          <button
            type="submit"
            disabled={!canSave || (!isChanged && from.exists) || save.isPending}
          >
            {words.save}
          </button>
          <button
            type="button"
            disabled={!isChanged}
            onClick={() => {
              setDeclared(from.declared);
              save.reset();
            }}
          >
            {words.discard}
          </button>
        </p>
        <p role="status">
          {save.data?.outcome === "saved" && !isChanged && words.saved}
          {fields.length > 0 && words.invalid(count(fields.length, "entry"))}
        </p>
        {fields.length > 0 && (
          <ul className="wrong">
            {fields.map(({ path, message }) => (
              <li key={`${path.join("/")}:${message}`}>
                <span className="code">{path.join(" › ")}</span> {message}
              </li>
            ))}
          </ul>
        )}
        {save.error && <FailureNote error={save.error} />}
        {conflict && (
          <div className="failure" role="alert">
            <p>{words.conflict}</p>
            <details open>
              <summary>{words.onDisk}</summary>
              <pre>{conflict.onDisk.text}</pre>
            </details>
            <details>
              <summary>{words.yours}</summary>
              <pre>{conflict.yours}</pre>
            </details>
            <p className="buttons">
              <button
                type="button"
                onClick={() => void send(conflict.onDisk.sha256).catch(() => {})}
              >
                {words.onto}
              </button>
              <button
                type="button"
                onClick={() => {
                  setFrom(conflict.onDisk);
                  setDeclared(conflict.onDisk.declared);
                  save.reset();
                }}
              >
                {words.load}
              </button>
            </p>
          </div>
        )}
      </aside>
    </form>
  );
}

const statements = ({ checklist }: Declaration) =>
  formatNumber(checklist.filter((one) => one.trim() !== "").length);

/** So long nothing is typed before what it changes is asked for. */
const quietMs = 350;

function useLater<T>(value: T): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), quietMs);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}

function Packs({
  packs,
  chosen,
  problems,
  set,
}: {
  packs: SetUpState["packs"];
  chosen: readonly string[];
  problems: readonly string[];
  set: (packs: string[]) => void;
}) {
  // A pack of the case's own is a path and stays as it is.
  const own = chosen.filter((name) => !packs.some((pack) => pack.name === name));
  return (
    <fieldset className="packs">
      <legend>{words.packs}</legend>
      <p className="soft">{words.packsLead}</p>
      {[...packs, ...own.map((name) => ({ name, about: "" }))].map(({ name, about }) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) =>
              set(event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          />{" "}
          <span>
            <strong>{name}</strong> <span className="soft">{about}</span>
          </span>
        </label>
      ))}
      {problems.map((message) => (
        <p key={message} className="wrong">
          {message}
        </p>
      ))}
    </fieldset>
  );
}
