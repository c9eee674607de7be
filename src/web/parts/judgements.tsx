import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import {
  byMark,
  type JudgedQuestion,
  type MarkName,
  markKey,
  type PlacedJudgement,
  partsOfKey,
  standingOf,
  type Verdict,
} from "../../document/judgement.ts";
import type { JudgementsPage } from "../../serve/types.ts";
import { api, read } from "../api/client.ts";
import { texts } from "../texts.ts";
import { link, type Route, refilter } from "./route.ts";
import "./judgements.css";

const words = texts.evidence.judging;

type Known = {
  readonly marks: ReadonlyMap<string, readonly PlacedJudgement[]>;
  /** Keys of judged marks, by question, document and what they are about. */
  readonly judged: ReadonlyMap<string, readonly string[]>;
  readonly all: readonly PlacedJudgement[];
  readonly author: JudgementsPage["author"];
};

const nothing: Known = { marks: new Map(), judged: new Map(), all: [], author: null };
const JudgementsContext = createContext<Known>(nothing);

/** What was judged, for every part of the page: asked once, and again when something is judged. */
export function JudgementsProvider({ children }: { children: ReactNode }) {
  const query = useQuery({ queryKey: ["judgements"], queryFn: allPages });
  const known = useMemo<Known>(() => {
    if (!query.data) return nothing;
    const { judgements, author } = query.data;
    const marks = byMark(judgements);
    const judged = new Map<string, string[]>();
    for (const key of marks.keys()) {
      const { question, documentId, about } = partsOfKey(key);
      const place = JSON.stringify([question, documentId, about]);
      judged.set(place, [...(judged.get(place) ?? []), key]);
    }
    return { all: judgements, marks, judged, author };
  }, [query.data]);
  return <JudgementsContext.Provider value={known}>{children}</JudgementsContext.Provider>;
}

async function allPages(): Promise<Pick<JudgementsPage, "judgements" | "author">> {
  const judgements: PlacedJudgement[] = [];
  for (let page = 0; ; ) {
    const query = page === 0 ? {} : { page: String(page) };
    const answer: JudgementsPage = await read(api.judgements.$get({ query }));
    judgements.push(...answer.judgements);
    if (answer.next === null) return { judgements, author: answer.author };
    page = answer.next;
  }
}

export function useJudgements(): Known {
  return useContext(JudgementsContext);
}

/** Writes judgements down; what shows them is read again. */
export function useJudging() {
  const client = useQueryClient();
  const again = async () => {
    await client.invalidateQueries({ queryKey: ["judgements"] });
    await client.invalidateQueries({
      predicate: ({ queryKey }) => JSON.stringify(queryKey).includes('"as":"reviewed"'),
    });
  };
  const judge = useMutation({
    mutationFn: (json: { act: Verdict; author: string; note: string | null; mark: MarkName }) =>
      read<unknown>(api.judgements.$post({ json })),
    onSuccess: again,
  });
  const undo = useMutation({
    mutationFn: (json: { id: string; author: string }) =>
      read<unknown>(api.judgements.undo.$post({ json })),
    onSuccess: again,
  });
  return { judge, undo };
}

/** A small sign at a mark that was judged; nothing at any other. */
export function JudgedSign({ mark }: { mark: MarkName }) {
  const { marks } = useJudgements();
  const own = marks.get(markKey(mark));
  return own ? <Sign lists={[own]} /> : null;
}

/** The same where a sign stands for all marks of some documents, such as a cell for its source. */
export function JudgedSigns({
  question,
  about,
  documentIds,
  start,
}: Pick<MarkName, "question" | "about"> & {
  documentIds: readonly string[];
  /** Only the mark that begins there. */
  start?: number;
}) {
  const { marks, judged } = useJudgements();
  if (marks.size === 0) return null;
  const keys = documentIds.flatMap((id) => judged.get(JSON.stringify([question, id, about])) ?? []);
  const lists = keys
    .filter((key) => start === undefined || partsOfKey(key).start === start)
    .flatMap((key) => [marks.get(key) ?? []]);
  return lists.length > 0 ? <Sign lists={lists} /> : null;
}

/** How a mark of a picture was judged: its sign, and what that means; null where it was not. */
export type JudgedAt = (
  documentId: string,
  start: number,
) => { readonly sign: string; readonly meaning: string } | null;

/** The same signs for pictures, of marks by where they begin. */
export function useJudgedAt({ question, about }: Pick<MarkName, "question" | "about">): JudgedAt {
  const { marks, judged } = useJudgements();
  return useCallback(
    (documentId, start) => {
      const keys = judged.get(JSON.stringify([question, documentId, about])) ?? [];
      const own = keys.filter((key) => partsOfKey(key).start === start);
      const standing = standingIn(own.flatMap((key) => [marks.get(key) ?? []]));
      return standing && { sign: words.signs[standing], meaning: words.standing[standing] };
    },
    [marks, judged, question, about],
  );
}

function standingIn(lists: readonly (readonly PlacedJudgement[])[]) {
  const standings = new Set(lists.flatMap((own) => standingOf(own) ?? []));
  const [only] = standings;
  if (only === undefined) return null;
  return standings.size === 1 ? only : "several";
}

function Sign({ lists }: { lists: readonly (readonly PlacedJudgement[])[] }) {
  const standing = standingIn(lists);
  if (standing === null) return null;
  return (
    <span className={`judged ${standing}`} title={words.standing[standing]}>
      {words.signs[standing]}
    </span>
  );
}

/** What a view is drawn from: marks of a question, only those of some kinds or things where it says which. */
export type DrawnFrom = {
  readonly question: JudgedQuestion;
  readonly about?: readonly string[];
};

/** As found or as reviewed; and what that leaves out. Nothing where nothing of it was judged. */
export function ReviewSwitch({ of, route }: { of: readonly DrawnFrom[]; route: Route }) {
  const { all, marks } = useJudgements();
  const isOf = (one: PlacedJudgement | undefined) =>
    of.some(
      ({ question, about }) =>
        question === one?.question && (about === undefined || about.includes(one.about)),
    );
  const own = all.filter(isOf);
  const isReviewed = route.query.as === "reviewed";
  if (own.length === 0 && !isReviewed) return null;
  const rejected = [...marks.values()].filter(
    (list) => isOf(list[0]) && standingOf(list) === "reject",
  );
  const orphans = own.filter(({ state }) => state !== "placed").length;
  const [first, ...others] = of;
  return (
    <div className="review">
      <fieldset aria-label={words.shown} className="review-switch">
        <button
          type="button"
          aria-pressed={!isReviewed}
          onClick={() => refilter(route, { as: undefined })}
        >
          {words.asFound}
        </button>
        <button
          type="button"
          aria-pressed={isReviewed}
          onClick={() => refilter(route, { as: "reviewed" })}
        >
          {words.asReviewed}
        </button>
      </fieldset>
      <span role="status" className="soft small">
        {isReviewed ? words.leftOut(rejected.length) : words.judgedHere(own.length)}
        {orphans > 0 && <> {words.orphans(orphans)}</>}
      </span>{" "}
      <a
        className="small"
        href={link("judgements", [], others.length === 0 && first ? { only: first.question } : {})}
      >
        {words.list}
      </a>
    </div>
  );
}

/** Why nothing of a view can be confirmed or rejected. */
export function NotJudged({ children }: { children: ReactNode }) {
  return <p className="soft small">{children}</p>;
}
