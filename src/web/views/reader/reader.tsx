import { useEffect, useMemo, useState } from "react";
import { notRead } from "../../../document/absence.ts";
import type { ClaimBeside, DocumentView } from "../../../serve/types.ts";
import { useDocument } from "../../api/queries.ts";
import { isolated } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { useJudgements } from "../../parts/judgements.tsx";
import { languageInWords } from "../../parts/languages.ts";
import { useNarrow } from "../../parts/narrow.ts";
import { go, link, type Route } from "../../parts/route.ts";
import { Answer } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { DocumentList } from "../case/documents.tsx";
import { MarkEvidence } from "./evidence.tsx";
import { DocumentHead } from "./head.tsx";
import { judgedPieces } from "./judged.ts";
import { KeyHelp } from "./keys.tsx";
import { Page } from "./page.tsx";
import { mostPanes, Picker } from "./picker.tsx";
import { Place } from "./place.tsx";
import { useClaimsBeside } from "./queries.ts";
import { type LinkTo, markBeside, pageKey, type Reading, useReading } from "./reading.ts";
import { JumpList, Switches } from "./switches.tsx";
import "./reader.css";

const words = texts.reader;

export function ReaderView({ route }: { route: Route }) {
  const { card } = useCase();
  const ids = [...new Set(route.path)].filter((id) => card(id) !== undefined).slice(0, mostPanes);
  // What the case does not have is not asked for: the browser would log the failed request.
  const unknown = route.path.filter((id) => card(id) === undefined);
  const [id] = ids;
  return (
    <>
      <Picker ids={ids} route={route} />
      {unknown.map((one) => (
        <div key={one} className="failure" role="alert">
          <p>{words.unknown(one)}</p>
          <p>
            <a href={link("reader")}>{words.allDocuments}</a>
          </p>
        </div>
      ))}
      {id === undefined ? (
        unknown.length === 0 && (
          <>
            <h1>{words.heading}</h1>
            <DocumentList />
          </>
        )
      ) : ids.length === 1 ? (
        <One key={id} id={id} route={{ ...route, path: ids }} />
      ) : (
        <Several ids={ids} route={{ ...route, path: ids }} />
      )}
    </>
  );
}

const noClaims: readonly ClaimBeside[] = [];

function One({ id, route }: { id: string; route: Route }) {
  const query = useDocument(id);
  const claims = useClaimsBeside(id);
  return (
    <Answer query={query}>
      {(view) => <Single view={view} claims={claims.data ?? noClaims} route={route} />}
    </Answer>
  );
}

type Shown = { view: DocumentView; claims: readonly ClaimBeside[]; route: Route };

/** One document with its marks to the left and what others say to the right. */
function Single({ view, claims, route }: Shown) {
  const reading = useReading(view, claims, route, 0);
  const { marks, shownMarks, hidden, at, here, linkTo } = reading;
  const { step, said, keys } = useSteps(view, reading, route);
  const narrow = useNarrow();
  const chosen = <Place view={view} marks={here} hasPlace={at !== null} route={route} />;
  return (
    <div className="reader">
      <div className="reader-side">
        <Switches marks={marks} hidden={hidden} linkTo={linkTo} />
        <div className="steps">
          <button type="button" onClick={() => step(-1)}>
            ← {words.previous} <kbd>p</kbd>
          </button>
          <button type="button" onClick={() => step(1)}>
            {words.next} <kbd>n</kbd> →
          </button>
        </div>
        <KeyHelp {...keys} />
        <p role="status" className="small said">
          {said}
        </p>
        <JumpList marks={shownMarks} text={view.text} at={at} linkTo={linkTo} />
        {!narrow && chosen}
      </div>
      <article className="text">
        <DocumentHead view={view} />
        <Body view={view} reading={reading} claims={claims} place={0} />
      </article>
      {narrow && chosen}
      <ChosenEvidence view={view} reading={reading} route={route} />
    </div>
  );
}

/** The text of a document with its pages. */
function Body({
  view,
  reading,
  claims,
  place,
}: {
  view: DocumentView;
  reading: Reading;
  claims: readonly ClaimBeside[];
  place: number;
}) {
  const { shownPieces, at, pages, pageIndex, chosenClaim, hidden, linkTo } = reading;
  const { marks: judged } = useJudgements();
  const pieces = useMemo(
    () => judgedPieces(shownPieces, judged, view.card.id),
    [shownPieces, judged, view.card.id],
  );
  const { language } = view.readings;
  const isRead = notRead(language) === null;
  const atId = place === 0 ? "at" : `at-${place + 1}`;
  const atKey = at ? `${at.start}-${at.end}` : "";
  useEffect(() => {
    if (atKey !== "") document.getElementById(atId)?.scrollIntoView({ block: "center" });
  }, [atKey, atId]);
  const pager = <Pager pages={pages.length} index={pageIndex} place={place} linkTo={linkTo} />;
  return (
    <>
      {!isRead && (
        <p className="soft" role="note">
          {words.notRead(languageInWords(language) ?? words.languageUnknown)}
        </p>
      )}
      {pager}
      <Page
        text={view.text}
        language={view.readings.language}
        paragraphs={pages[pageIndex] ?? []}
        pieces={pieces}
        at={at}
        atId={atId}
        claims={hidden.has("claims") ? noClaims : claims}
        chosenClaim={chosenClaim?.id}
        linkTo={linkTo}
      />
      {pager}
    </>
  );
}

/** Two or three documents side by side, with the claims that they share. */
function Several({ ids, route }: { ids: readonly string[]; route: Route }) {
  const [first = "", second = "", third] = ids;
  const a = useClaimsBeside(first);
  const b = useClaimsBeside(second);
  const c = useClaimsBeside(third ?? second);
  const own = third === undefined ? [a, b] : [a, b, c];
  const counted = new Map<string, { readonly claim: ClaimBeside; readonly n: number }>();
  for (const { data = noClaims } of own)
    for (const claim of data)
      counted.set(claim.id, { claim, n: (counted.get(claim.id)?.n ?? 0) + 1 });
  const shared = [...counted.values()]
    .filter(({ n }) => n > 1)
    .map(({ claim }) => claim)
    .sort((x, y) => Number(y.contested) - Number(x.contested));
  const chosen = route.query.claim;
  const choose = (claim: string | undefined) =>
    go(link("reader", ids, { hide: route.query.hide, claim }));
  return (
    <>
      <h1 className="unseen">{words.sideBySide}</h1>
      <div className="shared">
        {shared.length === 0 ? (
          <p className="soft">{own.every(({ data }) => data) ? words.noShared : ""}</p>
        ) : (
          <label>
            {words.shared} ({shared.length}){" "}
            <select value={chosen ?? ""} onChange={(event) => choose(event.target.value)}>
              <option value="">{words.choose}</option>
              {shared.map(({ id, statement, contested }) => (
                <option key={id} value={id}>
                  {contested ? "± " : ""}
                  {isolated(statement)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className="panes" data-panes={ids.length}>
        {ids.map((id, place) => (
          <Pane
            key={id}
            id={id}
            claims={own[place]?.data ?? noClaims}
            route={route}
            place={place}
          />
        ))}
      </div>
    </>
  );
}

function Pane(props: { id: string; claims: readonly ClaimBeside[]; route: Route; place: number }) {
  const { id, claims, route, place } = props;
  const query = useDocument(id);
  return (
    <Answer query={query}>
      {(view) => <PaneText view={view} claims={claims} route={route} place={place} />}
    </Answer>
  );
}

function PaneText({ view, claims, route, place }: Shown & { place: number }) {
  const reading = useReading(view, claims, route, place);
  const isOn = (route.query.on ?? "1") === String(place + 1);
  const { card } = view;
  return (
    // A pane scrolls by itself: the keyboard must reach it.
    <article
      className={isOn ? "text pane on" : "text pane"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus
      tabIndex={0}
      aria-label={`${isolated(card.sourceName)}: ${isolated(card.title ?? card.file)}`}
    >
      <DocumentHead view={view} isShort />
      <Body view={view} reading={reading} claims={noClaims} place={place} />
      {isOn && (
        <>
          <PaneKeys view={view} reading={reading} route={route} />
          <ChosenEvidence view={view} reading={reading} route={route} />
        </>
      )}
    </article>
  );
}

function PaneKeys({
  view,
  reading,
  route,
}: {
  view: DocumentView;
  reading: Reading;
  route: Route;
}) {
  const { said, keys } = useSteps(view, reading, route);
  return (
    <>
      <KeyHelp {...keys} />
      <p role="status" className="small said">
        {said}
      </p>
    </>
  );
}

/** What the keys do; `said` is what there is to say of it. */
function useSteps(view: DocumentView, reading: Reading, route: Route) {
  const { at, here, linkTo, chosenClaim } = reading;
  const [said, setSaid] = useState("");
  const step = (way: 1 | -1) => {
    const target = markBeside(reading, way);
    setSaid("");
    if (target) go(linkTo({ at: `${target.start}-${target.end}` }));
  };
  const open = () => {
    if (here.length === 0) setSaid(words.noMark);
    else go(linkTo({ evidence: "1" }));
  };
  const elsewhere = () => {
    const claim = chosenClaim ?? here.find((mark) => mark.claim)?.claim;
    if (!claim) return setSaid(words.noClaim);
    if (!claim.next) return setSaid(words.nowhere);
    const { documentId, start, end } = claim.next;
    const { hide } = route.query;
    if (documentId === view.card.id) return setSaid(words.nowhere);
    go(link("reader", [documentId], { hide, at: `${start}-${end}`, claim: claim.id }));
  };
  const close = () => {
    setSaid("");
    if (route.query.evidence === undefined && at !== null)
      go(linkTo({ at: undefined, claim: undefined }));
  };
  return { step, said, keys: { step, open, elsewhere, close } };
}

function ChosenEvidence({
  view,
  reading: { here, linkTo },
  route,
}: {
  view: DocumentView;
  reading: Reading;
  route: Route;
}) {
  const wanted = Number(route.query.evidence ?? 0);
  const mark = here[wanted - 1];
  if (!mark) return null;
  return <MarkEvidence mark={mark} view={view} closeTo={linkTo({ evidence: undefined })} />;
}

function Pager(props: { pages: number; index: number; place: number; linkTo: LinkTo }) {
  const { pages, index, place, linkTo } = props;
  if (pages < 2) return null;
  const to = (page: number) => linkTo({ at: undefined, [pageKey(place)]: String(page + 1) });
  return (
    <nav className="paging" aria-label={words.pages}>
      {index > 0 && <a href={to(index - 1)}>{words.earlierPage}</a>}
      <span>{words.page(index + 1, pages)}</span>
      {index + 1 < pages && <a href={to(index + 1)}>{words.nextPage}</a>}
    </nav>
  );
}
