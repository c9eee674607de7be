import { shortId } from "../../document/ids.ts";
import type { AskDeps } from "./ask.ts";
import {
  absentCell,
  earliest,
  isContested,
  isFilled,
  nearEnough,
  plain,
  presentCell,
  scored,
} from "./cells.ts";
import type { Cell, Claim } from "./claims.ts";
import { type Cluster, clusterPassages } from "./cluster.ts";
import { lookUp, type Match } from "./lookup.ts";
import type { IndexedPassage, PassageIndex } from "./passages.ts";
import { stanceOf } from "./stance.ts";

/** Finds the claims that two or more documents carry: contested ones first, then the most carried. */
export function findClaims(deps: AskDeps): Claim[] {
  return clusterPassages(deps.index)
    .map((cluster) => claimOf(deps.index, cluster))
    .sort(
      (a, b) =>
        Number(b.contested) - Number(a.contested) ||
        b.sources - a.sources ||
        b.documents - a.documents,
    );
}

function claimOf(index: PassageIndex, cluster: Cluster): Claim {
  const [centre = 0] = cluster.members;
  const central = index.passages[centre] as IndexedPassage;
  const sharedWith = (passage: number) =>
    new Set(index.passages[passage]?.terms.filter((term) => central.terms.includes(term)));
  const statement = { negated: central.negated, verbs: central.verbs, reports: null };
  const byDocument = new Map<number, { passage: number; score: number }[]>();
  cluster.members.forEach((passage, at) => {
    const document = index.passages[passage]?.document ?? -1;
    const match = { passage, score: cluster.scores[at] ?? 0 };
    byDocument.set(document, [...(byDocument.get(document) ?? []), match]);
  });
  const nearest = nearestByDocument(index, cluster);
  const carriers = index.documents.filter((_, at) => byDocument.has(at));
  const firstPublished = earliest(carriers.map(({ published }) => published));
  const cells = index.documents.flatMap((document, at): Cell[] => {
    const matches = [...(byDocument.get(at) ?? [])].sort(
      (a, b) => b.score - a.score || a.passage - b.passage,
    );
    const stances = matches.map(({ passage }) =>
      stanceOf(index, passage, statement, sharedWith(passage)),
    );
    if (isFilled(stances)) return [presentCell(document.id, stances, scored(index, matches))];
    const near = nearest.get(at);
    return near ? [absentCell(document, firstPublished, scored(index, near))] : [];
  });
  return {
    id: shortId("claim", central.documentId, central.start),
    origin: "found",
    statement: withoutNumber(central.text),
    central: plain(scored(index, [{ passage: centre, score: 1 }])[0]),
    cells,
    documents: carriers.length,
    sources: new Set(carriers.map(({ sourceId }) => sourceId)).size,
    contested: isContested(cells),
    terms: cluster.terms,
    firstPublished,
  };
}

/** A term that stands in more sentences than this does not bring a passage near. */
const maxNearHolders = 500;

/** In each document that comes near, the passage that holds most of what the members of the cluster have in common. */
function nearestByDocument(index: PassageIndex, { terms }: Cluster): Map<number, Match[]> {
  const telling = terms.filter(
    (term) => (index.postings[index.vocabulary.get(term) ?? -1]?.length ?? 0) <= maxNearHolders,
  );
  const names = new Set(telling.filter((term) => index.names.has(term)));
  const common = {
    terms: telling,
    names,
    verbs: new Set<string>(),
    negated: [],
    dates: [],
    figures: [],
    reports: null,
  };
  const nearest = new Map<number, Match[]>();
  for (const match of lookUp(index, common)) {
    const document = index.passages[match.passage]?.document ?? -1;
    if (match.score < nearEnough) break;
    if (!nearest.has(document)) nearest.set(document, [match]);
  }
  return nearest;
}

/** A sentence without the number it has in a list. */
function withoutNumber(text: string): string {
  return text.replace(/^\d{1,3}[.)]\s+/, "");
}
