import { type ReactNode, useCallback, useEffect, useMemo } from "react";
import { notRead } from "../../../document/absence.ts";
import { formatInstant, originInWords } from "../../../document/in-words.ts";
import type { DocumentView, Explanation } from "../../../serve/types.ts";
import { useDocument, useExplanations } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { count } from "../../parts/numbers.ts";
import { go, link, type Route } from "../../parts/route.ts";
import { SideLabel, SourceName } from "../../parts/source.tsx";
import { Answer } from "../../parts/states.tsx";
import { Why } from "../../parts/why.tsx";
import { DocumentList } from "../case/documents.tsx";
import { type Kind, kinds, type Mark, marksOf } from "./marks.ts";
import { Page } from "./page.tsx";
import { pagesOf } from "./segments.ts";
import "./reader.css";

export function ReaderView({ route }: { route: Route }) {
  const [id] = route.path;
  const { card } = useCase();
  const isUnknown = id !== undefined && card(id) === undefined;
  // What the case does not have is not asked for: the browser would log the failed request.
  const query = useDocument(isUnknown ? undefined : id);
  return (
    <>
      <Picker id={isUnknown ? undefined : id} />
      {id === undefined ? (
        <>
          <h1>Read a document</h1>
          <DocumentList />
        </>
      ) : isUnknown ? (
        <div className="failure" role="alert">
          <p>There is no such document: {id}</p>
          <p>
            <a href={link("reader")}>All documents of this case</a>
          </p>
        </div>
      ) : (
        <Answer query={query}>{(view) => <Reading key={id} view={view} route={route} />}</Answer>
      )}
    </>
  );
}

function Picker({ id }: { id: string | undefined }) {
  const { groups, card } = useCase();
  return (
    <p className="picker">
      <label>
        Document{" "}
        <select value={id ?? ""} onChange={(event) => go(link("reader", [event.target.value]))}>
          {id === undefined && <option value="">choose one</option>}
          {groups.map((group) => (
            <optgroup key={group.id ?? "unaligned"} label={group.name}>
              {group.columns.flatMap((column) =>
                column.documentIds.map((documentId) => (
                  <option key={documentId} value={documentId}>
                    {column.name}: {card(documentId)?.title ?? documentId}
                  </option>
                )),
              )}
            </optgroup>
          ))}
        </select>
      </label>
    </p>
  );
}

function Reading({ view, route }: { view: DocumentView; route: Route }) {
  const { marks, pieces } = useMemo(() => marksOf(view.readings), [view]);
  const hidden = useMemo(() => new Set((route.query.hide ?? "").split(",")), [route.query.hide]);
  const at = parseAt(route.query.at, view.text.length);
  const paragraphs = view.readings.paragraphs.length > 0 ? view.readings.paragraphs : [whole(view)];
  const pages = useMemo(() => pagesOf(paragraphs), [paragraphs]);
  const pageOfAt = at ? pages.findIndex((page) => (page.at(-1)?.end ?? 0) > at.start) : -1;
  const pageIndex = Math.max(0, pageOfAt >= 0 ? pageOfAt : Number(route.query.page ?? 1) - 1);
  const page = pages[pageIndex] ?? pages[0] ?? [];
  const shownMarks = useMemo(() => marks.filter((mark) => !hidden.has(mark.kind)), [marks, hidden]);
  const shownPieces = useMemo(
    () => pieces.filter((piece) => !hidden.has(piece.mark.kind)),
    [pieces, hidden],
  );
  const here = at ? shownMarks.filter((mark) => mark.start < at.end && at.start < mark.end) : [];
  const linkTo = useCallback(
    (changes: Record<string, string | undefined>) =>
      link("reader", route.path, { ...route.query, page: undefined, ...changes }),
    [route],
  );
  const step = useCallback(
    (way: 1 | -1) => {
      const current = at
        ? shownMarks.findIndex((mark) => mark.start === at.start && mark.end === at.end)
        : -1;
      const from = at?.start ?? -1;
      const target =
        current >= 0
          ? shownMarks[current + way]
          : way === 1
            ? shownMarks.find((mark) => mark.start >= from)
            : shownMarks.findLast((mark) => mark.start < from);
      if (target) go(linkTo({ at: `${target.start}-${target.end}` }));
    },
    [at, shownMarks, linkTo],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, select, textarea"))
        return;
      if (event.key === "n") step(1);
      if (event.key === "p") step(-1);
      if (event.key === "Escape") go(linkTo({ at: undefined }));
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [step, linkTo]);
  const atKey = at ? `${at.start}-${at.end}` : "";
  useEffect(() => {
    if (atKey !== "") document.getElementById("at")?.scrollIntoView({ block: "center" });
  }, [atKey]);

  const unread = notRead(view.readings.language);
  return (
    <div className="reader">
      <div className="reader-side">
        <Switches marks={marks} hidden={hidden} linkTo={linkTo} />
        <div className="steps">
          <button type="button" onClick={() => step(-1)}>
            ← Previous <kbd>p</kbd>
          </button>
          <button type="button" onClick={() => step(1)}>
            Next <kbd>n</kbd> →
          </button>
        </div>
        <JumpList marks={shownMarks} text={view.text} atKey={atKey} linkTo={linkTo} />
      </div>
      <article className="text" lang={view.readings.language ?? undefined}>
        <DocumentHead view={view} />
        {unread !== null && (
          <p className="soft" role="note">
            Not read: {unread}. No marks here does not mean that there is nothing to mark.
          </p>
        )}
        <Pager pages={pages.length} index={pageIndex} linkTo={linkTo} />
        <Page text={view.text} paragraphs={page} pieces={shownPieces} at={at} linkTo={linkTo} />
        <Pager pages={pages.length} index={pageIndex} linkTo={linkTo} />
      </article>
      <Place view={view} marks={here} hasPlace={at !== null} />
    </div>
  );
}

function DocumentHead({ view }: { view: DocumentView }) {
  const { card } = view;
  return (
    <header>
      <p>
        <SourceName id={card.sourceId} /> <SideLabel side={card.side} />
      </p>
      <h1>{card.title ?? card.file}</h1>
      <dl className="origin">
        <dt>Published</dt>
        <dd>
          {formatInstant(card.published)}
          {view.publishedFrom && (
            <span className="soft"> ({originInWords(view.publishedFrom)})</span>
          )}
        </dd>
        {view.author && (
          <>
            <dt>By</dt>
            <dd>{view.author}</dd>
          </>
        )}
        {view.url && (
          <>
            <dt>Address</dt>
            <dd className="code">{view.url}</dd>
          </>
        )}
        <dt>File</dt>
        <dd className="code">{card.file}</dd>
        <dt>SHA-256</dt>
        <dd className="code hash">{view.sha256}</dd>
        <dt>Read</dt>
        <dd>
          {card.completeness === "full" ? "in full" : "only an excerpt"},{" "}
          {count(card.words, "word")}
        </dd>
      </dl>
    </header>
  );
}

type LinkTo = (changes: Record<string, string | undefined>) => string;

function Switches(props: { marks: readonly Mark[]; hidden: ReadonlySet<string>; linkTo: LinkTo }) {
  const { marks, hidden, linkTo } = props;
  const toggle = (kind: Kind) => {
    const next = new Set([...hidden].filter((value) => value !== ""));
    if (!next.delete(kind)) next.add(kind);
    go(linkTo({ hide: [...next].join(",") }));
  };
  return (
    <fieldset className="switches">
      <legend>Marks</legend>
      {(Object.entries(kinds) as [Kind, string][]).map(([kind, name]) => {
        const n = marks.filter((mark) => mark.kind === kind).length;
        return (
          <label key={kind} className={n === 0 ? "soft" : undefined}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
            <span className={kind === "attributions" ? "content-mark" : `${kind}-mark`}>
              {name}
            </span>
            <small>{n}</small>
          </label>
        );
      })}
      <p className="key">
        <span className="source-mark">who</span> <span className="cue-mark">says</span>{" "}
        <span className="content-mark">what</span>
      </p>
    </fieldset>
  );
}

function Place(props: { view: DocumentView; marks: readonly Mark[]; hasPlace: boolean }) {
  const { view, marks, hasPlace } = props;
  const explanations = useExplanations(marks.length > 0 ? view.card.id : undefined);
  const whyOf = ({ kind, index }: Mark) => explanations.data?.[kind][index];
  return (
    <section className="place" aria-live="polite" aria-label="The chosen place">
      {!hasPlace && <p className="soft small">Choose a mark to see how it was read.</p>}
      {hasPlace && marks.length === 0 && <p className="soft small">No mark at this place.</p>}
      {marks.map((mark) => (
        <div key={`${mark.kind}${mark.start}-${mark.end}${mark.rule}`} className="reading">
          <h2>
            {mark.title} <small>{kinds[mark.kind]}</small>
          </h2>
          <dl className="origin">
            {mark.facts.map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </dl>
          <Reason mark={mark} why={whyOf(mark)} text={view.text} />
        </div>
      ))}
    </section>
  );
}

/** Why the reading was made; its rule alone until that is known. */
function Reason({ mark, why, text }: { mark: Mark; why: Explanation | undefined; text: string }) {
  if (why) return <Why why={why} text={text} />;
  return (
    <p className="soft small">
      Rule <span className="code">{mark.rule}</span>
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Marks in the jump list before the rest is behind a button. */
const jumpsShown = 300;

function JumpList(props: { marks: readonly Mark[]; text: string; atKey: string; linkTo: LinkTo }) {
  const { marks, text, atKey, linkTo } = props;
  return (
    <details className="jumps">
      <summary>{count(marks.length, "mark")}</summary>
      <ol>
        {marks.slice(0, jumpsShown).map((mark) => {
          const key = `${mark.start}-${mark.end}`;
          return (
            <li key={`${mark.kind}${key}${mark.rule}`}>
              <a href={linkTo({ at: key })} aria-current={key === atKey || undefined}>
                {text.slice(mark.start, Math.min(mark.end, mark.start + 70))}
                <small> {kinds[mark.kind]}</small>
              </a>
            </li>
          );
        })}
      </ol>
      {marks.length > jumpsShown && (
        <p className="soft small">
          The first {jumpsShown} of {marks.length}. Switch kinds off to see others, or go on with n.
        </p>
      )}
    </details>
  );
}

function Pager({ pages, index, linkTo }: { pages: number; index: number; linkTo: LinkTo }) {
  if (pages < 2) return null;
  const to = (page: number) => linkTo({ at: undefined, page: String(page + 1) });
  return (
    <nav className="paging" aria-label="Pages of the document">
      {index > 0 && <a href={to(index - 1)}>Earlier page</a>}
      <span>
        page {index + 1} of {pages}
      </span>
      {index + 1 < pages && <a href={to(index + 1)}>Next page</a>}
    </nav>
  );
}

function whole(view: DocumentView) {
  return { start: 0, end: view.text.length };
}

/** `120-180` as a span inside the text; null for anything else. */
function parseAt(at: string | undefined, length: number) {
  const match = /^(\d+)-(\d+)$/.exec(at ?? "");
  if (!match) return null;
  const [start, end] = [Number(match[1]), Math.min(Number(match[2]), length)];
  return start < end ? { start, end } : null;
}
