import { useMemo } from "react";
import {
  changesInWords,
  kindInWords,
  sharesInWords,
  standingInWords,
} from "../../../document/copied-in-words.ts";
import { formatInstant, withoutMarks } from "../../../document/in-words.ts";
import type { Copy, ReusedText } from "../../../serve/types.ts";
import { useFindings } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { Find } from "../../parts/find.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { SideLabel, SourceName, useDocumentName } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { CopyEvidence } from "./compare.tsx";
import { laterInWords } from "./later.ts";
import "./origins.css";

const textsShown = 30;
const copiesShown = 12;

const filters = {
  all: "reprints and passages",
  reprints: "reprints only",
} as const;
type Filter = keyof typeof filters;

export function OriginsView({ route }: { route: Route }) {
  const query = useFindings("origins");
  return (
    <>
      <Heading question="Copied from where?">
        Texts of which other sources repeat passages, and what they changed in them. Only words
        outside quotations count. The earliest known text stands first; a text without a date is
        never called the first.
      </Heading>
      <Answer query={query}>{(texts) => <Texts texts={texts} route={route} />}</Answer>
    </>
  );
}

function Texts({ texts, route }: { texts: readonly ReusedText[]; route: Route }) {
  const { card } = useCase();
  const filter: Filter = route.query.only === "reprints" ? "reprints" : "all";
  const words = (route.query.q ?? "").toLowerCase();
  const listed = useMemo(
    () =>
      texts.filter(
        (text) =>
          (filter === "all" || text.copies.some(({ kind }) => kind !== "passages")) &&
          [text.documentId, ...text.copies.map(({ documentId }) => documentId)]
            .map((id) => `${card(id)?.sourceName} ${card(id)?.title ?? id}`)
            .join(" ")
            .toLowerCase()
            .includes(words),
      ),
    [texts, card, filter, words],
  );
  const chosen = texts.find(({ id }) => id === route.path[0]);
  const copy = chosen?.copies.find(({ documentId }) => documentId === route.path[1]);
  const { shown, more } = usePaged(listed, textsShown, chosen ? listed.indexOf(chosen) : -1);
  return (
    <>
      <search className="filters">
        <Find route={route} />
        <label>
          Show{" "}
          <select
            value={filter}
            onChange={(event) =>
              refilter(route, { only: event.target.value === "all" ? "" : event.target.value })
            }
          >
            {Object.entries(filters).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <output className="soft">
          {count(listed.length, "text")}
          {listed.length < texts.length ? ` of ${formatNumber(texts.length)}` : ""}
        </output>
      </search>
      {texts.length === 0 && <Empty>No source repeats a passage of another.</Empty>}
      {texts.length > 0 && listed.length === 0 && <Empty>No text matches.</Empty>}
      {shown.map((text) => (
        <Text key={text.id} text={text} filter={filter} route={route} />
      ))}
      {more}
      {chosen && copy && (
        <CopyEvidence
          key={`${chosen.id}/${copy.documentId}`}
          text={chosen}
          copy={copy}
          closeTo={link("origins", [], route.query)}
        />
      )}
    </>
  );
}

function Text({ text, filter, route }: { text: ReusedText; filter: Filter; route: Route }) {
  const { card } = useCase();
  const nameOf = useDocumentName();
  const origin = card(text.documentId);
  const isChosen = route.path[0] === text.id;
  const element = useReveal<HTMLElement>(isChosen && route.path[1] === undefined);
  const copies = text.copies.filter(({ kind }) => filter === "all" || kind !== "passages");
  const { shown, more } = usePaged(
    copies,
    copiesShown,
    isChosen ? copies.findIndex(({ documentId }) => documentId === route.path[1]) : -1,
  );
  return (
    <section className="reused" ref={element}>
      <header>
        <p>
          {origin ? <SourceName id={origin.sourceId} /> : text.documentId}{" "}
          <SideLabel side={origin?.side ?? null} />{" "}
          <span className="soft">{formatInstant(origin?.published ?? null)}</span>
          <span className="badge">{standingInWords[text.standing]}</span>
        </p>
        <h2 className="reused-title">
          <a href={link("reader", [text.documentId], { at: spanOf(text.evidence[0]) })}>
            {withoutMarks(nameOf(text.documentId))}
          </a>
        </h2>
        <p className="soft small">
          {count(copies.length, "document")} {copies.length === 1 ? "repeats" : "repeat"} it;{" "}
          {count(text.sources, "source")}, one origin.
        </p>
      </header>
      <ul className="copies">
        {shown.map((copy) => (
          <CopyRow key={copy.documentId} text={text} copy={copy} route={route} />
        ))}
      </ul>
      {more}
    </section>
  );
}

function CopyRow({ text, copy, route }: { text: ReusedText; copy: Copy; route: Route }) {
  const { card, group } = useCase();
  const nameOf = useDocumentName();
  const own = card(copy.documentId);
  const isChosen = route.path[0] === text.id && route.path[1] === copy.documentId;
  const element = useReveal<HTMLLIElement>(isChosen);
  const later = laterInWords(card(text.documentId)?.published ?? null, own?.published ?? null);
  const side = group(own?.side ?? null);
  return (
    <li ref={element}>
      <a
        href={link("origins", [text.id, copy.documentId], route.query)}
        aria-current={isChosen || undefined}
      >
        <span className="copy-who">
          {own ? <SourceName id={own.sourceId} /> : copy.documentId}
          <span className="copy-title">{withoutMarks(nameOf(copy.documentId))}</span>
          <span className="soft">
            {formatInstant(own?.published ?? null)}
            {later && `, ${later}`}
          </span>
        </span>
        <span className="copy-share">
          <span className="share-line" aria-hidden="true">
            <span
              className="share"
              style={{
                "--side": sideColour(side?.position ?? null),
                "--share": String(copy.share01),
              }}
            />
          </span>
          <span>
            <b>{kindInWords[copy.kind]}</b>: {sharesInWords(copy)}
          </span>
          {copy.via !== null && <span>by way of {sourceOf(copy.via)}</span>}
          {copy.credit && (
            <span className="soft">
              credits: {copy.credit.passage === null ? "by " : ""}“{shorten(copy.credit.words)}”
            </span>
          )}
        </span>
        <span className="copy-changes">
          <span>{changesInWords(copy)}</span>
          {telling(copy).map(({ origin, copy: put, at }) => (
            <span key={`${at.origin}-${at.copy}`} className="swap">
              <del>{origin?.text}</del> <span className="unseen">became</span>
              <ins>{put?.text}</ins>
            </span>
          ))}
        </span>
      </a>
    </li>
  );

  function sourceOf(documentId: string): string {
    return card(documentId)?.sourceName ?? documentId;
  }
}

/** Changes shown in a row: the shortest replacements say most at a glance. */
const swapsShown = 4;
const longestSwap = 44;

function telling({ changes }: Copy) {
  const length = ({ origin, copy }: Copy["changes"][number]) =>
    (origin?.text.length ?? 0) + (copy?.text.length ?? 0);
  return changes
    .filter((change) => change.kind === "replaced" && length(change) <= longestSwap)
    .slice(0, swapsShown);
}

function spanOf({ start, end }: { start: number; end: number }): string {
  return `${start}-${end}`;
}

const longestCredit = 70;

function shorten(words: string): string {
  const plain = withoutMarks(words).replace(/\s+/g, " ");
  return plain.length > longestCredit ? `${plain.slice(0, longestCredit - 1)}…` : plain;
}
