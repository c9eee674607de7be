import { shortId } from "../../document/ids.ts";
import type { Reader } from "../../read/read.ts";
import { independentSources, type OriginTest } from "../origins/independent.ts";
import {
  absentCell,
  appearanceOf,
  isContested,
  isFilled,
  nearEnough,
  plain,
  presentCell,
  scored,
  withEvent,
} from "./cells.ts";
import type { Cell, Claim } from "./claims.ts";
import { createCovers } from "./covers.ts";
import { lookUp, type Match } from "./lookup.ts";
import { numbersOf, type PassageIndex } from "./passages.ts";
import { canCarry } from "./stance.ts";
import { readStatement, type StatementReading } from "./statement.ts";
import { tellPassage } from "./told.ts";

/** A passage that covers less of a statement than this is not taken to speak of it. */
export const askThreshold = 0.35;
/** A passage that denies it in words of its own must cover so much. */
const denyThreshold = 0.4;
/** Passages shown per document. */
const shownPassages = 3;

/** What looking up needs: the indexed case, and the reader it was read with. */
export type AskDeps = {
  readonly index: PassageIndex;
  /** The reader that the documents were read with. */
  readonly reader: Reader;
  /** Statements that are asked, too: a passage says the one whose words it has. */
  readonly checklist?: readonly string[];
  /** From whose text a passage was copied; where it is not known, every source counts as its own. */
  readonly originOf?: OriginTest;
  /** As the case gives it; absent for the usual. */
  readonly lagHours?: number | undefined;
  /** Document → event; absent where the case holds one event only. */
  readonly eventOf?: ReadonlyMap<string, string> | undefined;
};

/** Makes the function that looks a statement up in every document of the case. */
export function createAsk(deps: AskDeps): (statement: string, origin?: Claim["origin"]) => Claim {
  const ask = createAskRead(deps);
  return (statement, origin = "asked") =>
    ask(statement, readStatement(deps.reader, deps.index.names, statement), origin);
}

/**
 * The same for a statement that has been read. With `near` only those passages are looked at, and only
 * documents are told of in which one covers the share `best` of it.
 */
export function createAskRead(
  deps: AskDeps,
): (
  statement: string,
  reading: StatementReading,
  origin: Claim["origin"],
  near?: { readonly passages: readonly number[]; readonly best: number },
) => Claim {
  const { index } = deps;
  const listed = (deps.checklist ?? []).map((line) =>
    readStatement(deps.reader, index.names, line),
  );
  return (statement, reading, origin, near) => {
    const target = {
      negated: numbersOf(index, reading.negated),
      verbs: numbersOf(index, reading.verbs),
      hasVerbs: reading.verbs.size > 0,
      reports: reading.reports,
      cues: numbersOf(index, reading.cues),
    };
    const matches = nearOnes(index, lookUp(index, reading, near?.passages), near?.best);
    const covers = createCovers(index, reading, listed);
    const nearOf = new Map<number, Match[]>();
    const overOf = new Map<number, Match[]>();
    for (const match of matches) {
      const document = index.passages[match.passage]?.document ?? -1;
      addTo(nearOf, document, match);
      if (match.score >= askThreshold && canCarry(index, match.passage, target))
        addTo(overOf, document, match);
    }
    const found = [...nearOf.keys()]
      .sort((a, b) => a - b)
      .flatMap((at) => {
        const document = index.documents[at];
        if (!document) return [];
        const near = nearOf.get(at) ?? [];
        const over = (overOf.get(at) ?? []).flatMap((match) => {
          const says = match.carries === "says" && covers(match.passage, match.score);
          return tellPassage(index, match, target, match.shared).filter(
            ({ told, score }) =>
              says ||
              (match.carries !== "near" && told.stance === "denies" && score >= denyThreshold),
          );
        });
        return { document, near, over };
      });
    const carriers = found.filter(({ over }) => over.length > 0);
    const appearance = appearanceOf(
      carriers.map(({ document }) => document),
      deps,
    );
    const cells = found.flatMap(({ document, near, over }): Cell[] => {
      if (isFilled(over)) return [presentCell(index, document.id, over)];
      const isNear = (near[0]?.score ?? 0) >= nearEnough;
      return isNear ? [absentCell(withEvent(document, deps), appearance, scored(index, near))] : [];
    });
    const [best] = carriers
      .flatMap(({ over: [first] }) => first ?? [])
      .sort((a, b) => b.score - a.score || a.passage - b.passage);
    return {
      id: shortId(origin, statement),
      origin,
      statement,
      central: best ? plain(scored(index, [best])[0]) : null,
      cells,
      documents: carriers.length,
      sources: new Set(carriers.map(({ document }) => document.sourceId)).size,
      independent: independentSources(cells, index.documents, deps.originOf),
      contested: isContested(cells),
      terms: reading.terms,
      ...appearance,
    };
  };
}

/** Scores are shown rounded. */
const rounding = 0.0005;

function nearOnes(index: PassageIndex, matches: readonly Match[], best = 0): readonly Match[] {
  if (best === 0) return matches;
  const documentOf = ({ passage }: Match) => index.passages[passage]?.document ?? -1;
  const near = new Set(matches.filter(({ score }) => score >= best - rounding).map(documentOf));
  return matches.filter((match) => near.has(documentOf(match)));
}

/** Keeps the first `shownPassages` of each document. */
function addTo(lists: Map<number, Match[]>, document: number, match: Match): void {
  const list = lists.get(document);
  if (!list) lists.set(document, [match]);
  else if (list.length < shownPassages) list.push(match);
}
