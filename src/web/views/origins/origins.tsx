import { withoutMarks } from "../../../document/in-words.ts";
import { copyMark } from "../../../document/judgement.ts";
import type { CopyRow, ReusedRow } from "../../../serve/types.ts";
import { type Pages, usePages } from "../../api/queries.ts";
import { written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { changesInWords, kindInWords, sharesInWords, standingInWords } from "../../parts/copies.ts";
import { formatInstant } from "../../parts/dates.ts";
import { Find } from "../../parts/find.tsx";
import { useChosen, useWithChosen } from "../../parts/found.tsx";
import { JudgedSign, ReviewSwitch } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More, usePaged } from "../../parts/paging.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { SideLabel, SourceName, useDocumentName } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";
import { CopyEvidence } from "./compare.tsx";
import { laterInWords } from "./later.ts";
import { copiesFrom, Tree } from "./tree.tsx";
import "./origins.css";

const words = texts.origins;

const drawnFrom = [{ question: "origins" }] as const;

const textsShown = 30;
const copiesShown = 12;

type Filter = keyof typeof words.filters;

export function OriginsView({ route }: { route: Route }) {
  const only = route.query.only === "reprints" ? "reprints" : undefined;
  const pages = usePages("origins", { q: route.query.q, only, as: route.query.as }, textsShown);
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      <Answer query={pages}>{(rows) => <Texts pages={rows} route={route} />}</Answer>
    </>
  );
}

function Texts({ pages, route }: { pages: Pages<ReusedRow>; route: Route }) {
  const filter: Filter = route.query.only === "reprints" ? "reprints" : "all";
  const { chosen, among } = useChosen("origins", route.path[0], route.query.as);
  const listed = useWithChosen(pages.rows, among, idOf);
  const copyAt = chosen?.copies.findIndex(({ documentId }) => documentId === route.path[1]) ?? -1;
  const copy = chosen?.copies[copyAt];
  return (
    <>
      <search className="filters">
        <Find route={route} />
        <label>
          {texts.shared.show}{" "}
          <select
            value={filter}
            onChange={(event) =>
              refilter(route, { only: event.target.value === "all" ? "" : event.target.value })
            }
          >
            {Object.entries(words.filters).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <output className="soft">
          {pages.found < pages.all
            ? texts.shared.ofAll(count(pages.found, "text"), formatNumber(pages.all))
            : count(pages.found, "text")}
        </output>
      </search>
      <ReviewSwitch of={drawnFrom} route={route} />
      {pages.all === 0 && <Empty>{words.none}</Empty>}
      {pages.all > 0 && listed.length === 0 && <Empty>{words.nothingMatches}</Empty>}
      {listed.map((text) => (
        <Text key={text.id} text={text} filter={filter} route={route} />
      ))}
      <More pages={pages} />
      {chosen && copy && (
        <CopyEvidence
          key={`${chosen.id}/${copy.documentId}`}
          text={chosen}
          copy={copy}
          at={copyAt}
          closeTo={link("origins", [], route.query)}
        />
      )}
    </>
  );
}

const idOf = ({ id }: ReusedRow) => id;

function Text({ text, filter, route }: { text: ReusedRow; filter: Filter; route: Route }) {
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
          <a href={link("reader", [text.documentId], { at: spanOf(text) })}>
            <bdi {...written(nameOf(text.documentId))}>
              <Words text={withoutMarks(nameOf(text.documentId))} />
            </bdi>
          </a>
        </h2>
        <p className="soft small">
          {words.repeats(
            copies.length,
            count(copies.length, "document"),
            count(text.sources, "source"),
          )}
        </p>
      </header>
      {text.copies.length >= copiesFrom && <Tree text={text} route={route} />}
      <ul className="copies">
        {shown.map((copy) => (
          <CopyItem key={copy.documentId} text={text} copy={copy} route={route} />
        ))}
      </ul>
      {more}
    </section>
  );
}

function CopyItem({ text, copy, route }: { text: ReusedRow; copy: CopyRow; route: Route }) {
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
          <span className="copy-title" dir="auto">
            {withoutMarks(nameOf(copy.documentId))}
          </span>
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
            <JudgedSign
              mark={copyMark(text.documentId, { documentId: copy.documentId, evidence: [copy] })}
            />
          </span>
          {copy.via !== null && <span>{words.byWayOf(sourceOf(copy.via))}</span>}
          {copy.credit && (
            <span className="soft">
              {words.credits(shorten(copy.credit), copy.isCreditedByName)}
            </span>
          )}
        </span>
        <span className="copy-changes">
          <span>{changesInWords(copy)}</span>
          {copy.telling.map(({ origin, copy: put, at }) => (
            <span key={`${at.origin}-${at.copy}`} className="swap">
              <del>{origin}</del> <span className="unseen">{words.became}</span>
              <ins>{put}</ins>
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

function spanOf({ start, end }: { start: number; end: number }): string {
  return `${start}-${end}`;
}

const longestCredit = 70;

function shorten(credit: string): string {
  const plain = withoutMarks(credit).replace(/\s+/g, " ");
  return plain.length > longestCredit ? `${plain.slice(0, longestCredit - 1)}…` : plain;
}
