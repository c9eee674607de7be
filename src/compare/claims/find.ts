import { shortId } from "../../document/ids.ts";
import { independentSources } from "../origins/independent.ts";
import type { AskDeps } from "./ask.ts";
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
import { type Cluster, clusterPassages } from "./cluster.ts";
import { createNearest } from "./lookup.ts";
import type { IndexedPassage, PassageIndex } from "./passages.ts";
import { tellPassage } from "./told.ts";

/** Finds the claims that two or more documents carry: contested ones first, then the most carried. */
export function findClaims(deps: AskDeps): Claim[] {
  const nearest = createNearest(deps.index, nearEnough);
  return clusterPassages(deps.index)
    .map((cluster) => claimOf(deps, cluster, nearest))
    .sort(
      (a, b) =>
        Number(b.contested) - Number(a.contested) ||
        b.sources - a.sources ||
        b.documents - a.documents,
    );
}

function claimOf(
  deps: AskDeps,
  cluster: Cluster,
  nearestOf: ReturnType<typeof createNearest>,
): Claim {
  const { index, originOf } = deps;
  const [centre = 0] = cluster.members;
  const central = index.passages[centre] as IndexedPassage;
  const sharedWith = (passage: number) =>
    new Set(index.passages[passage]?.terms.filter((term) => central.terms.includes(term)));
  const statement = { negated: central.negated, verbs: central.verbs, reports: null };
  const byDocument = new Map<number, { passage: number; score: number }[]>();
  cluster.members.forEach((passage, at) => {
    const document = index.passages[passage]?.document ?? -1;
    const match = { passage, score: cluster.scores[at] ?? 0 };
    const list = byDocument.get(document);
    if (list) list.push(match);
    else byDocument.set(document, [match]);
  });
  const nearest = nearestOf(tellingTerms(index, cluster), (document) => byDocument.has(document));
  const carriers = [...byDocument.keys()]
    .sort((a, b) => a - b)
    .flatMap((at) => index.documents[at] ?? []);
  const appearance = appearanceOf(carriers, deps);
  const present = [...byDocument.keys(), ...nearest.keys()].sort((a, b) => a - b);
  const cells = present.flatMap((at): Cell[] => {
    const document = index.documents[at];
    if (!document) return [];
    const matches = [...(byDocument.get(at) ?? [])].sort(
      (a, b) => b.score - a.score || a.passage - b.passage,
    );
    const told = matches.flatMap((match) =>
      tellPassage(index, match, statement, sharedWith(match.passage)),
    );
    if (isFilled(told)) return [presentCell(index, document.id, told)];
    const near = nearest.get(at);
    return near ? [absentCell(withEvent(document, deps), appearance, scored(index, [near]))] : [];
  });
  return {
    id: shortId("claim", central.documentId, central.start),
    origin: "found",
    statement: withoutNumber(central.text),
    central: plain(scored(index, [{ passage: centre, score: 1 }])[0]),
    cells,
    documents: carriers.length,
    sources: new Set(carriers.map(({ sourceId }) => sourceId)).size,
    independent: independentSources(cells, index.documents, originOf),
    contested: isContested(cells),
    terms: cluster.terms,
    ...appearance,
  };
}

/** A term that stands in more sentences than this does not bring a passage near. */
const maxNearHolders = 500;

/** The terms that bring passages near to a cluster: those that its members have in common. */
function tellingTerms(index: PassageIndex, { terms }: Cluster): string[] {
  return terms.filter(
    (term) => (index.postings[index.vocabulary.get(term) ?? -1]?.length ?? 0) <= maxNearHolders,
  );
}

/** A sentence without the number it has in a list. */
function withoutNumber(text: string): string {
  return text.replace(/^\d{1,3}[.)]\s+/, "");
}
