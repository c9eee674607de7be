import { shortId } from "../../document/ids.ts";
import type { Passage } from "../../document/passage.ts";
import { compareText } from "../input.ts";
import type { AskDeps } from "./ask.ts";
import { absentCell, earliest, isContested, plain, presentCell, scored } from "./cells.ts";
import type { Claim } from "./claims.ts";
import { type Cluster, clusterPassages } from "./cluster.ts";
import { createCloseReader, stanceOf } from "./stance.ts";

/** Finds the claims that two or more documents carry: contested ones first, then the most carried. */
export function findClaims(deps: AskDeps): Claim[] {
  const readClosely = createCloseReader(deps.lexicon, deps.actors);
  return clusterPassages(deps.index)
    .map((cluster) => claimOf(deps, cluster, readClosely))
    .sort(
      (a, b) =>
        Number(b.contested) - Number(a.contested) ||
        b.sources - a.sources ||
        b.documents - a.documents ||
        compareText(a.id, b.id),
    );
}

function claimOf(
  { index }: AskDeps,
  cluster: Cluster,
  readClosely: ReturnType<typeof createCloseReader>,
): Claim {
  const [centre = 0] = cluster.members;
  const central = index.passages[centre] as Passage;
  const statement = { text: central.text, reading: readClosely(central.text), reports: false };
  const shared = new Set(cluster.terms);
  const byDocument = new Map<number, { passage: number; score: number }[]>();
  cluster.members.forEach((passage, at) => {
    const document = index.passages[passage]?.document ?? -1;
    const match = { passage, score: cluster.scores[at] ?? 0 };
    byDocument.set(document, [...(byDocument.get(document) ?? []), match]);
  });
  const carriers = index.documents.filter((_, at) => byDocument.has(at));
  const firstPublished = earliest(carriers.map(({ published }) => published));
  const cells = index.documents.map((document, at) => {
    const matches = [...(byDocument.get(at) ?? [])].sort(
      (a, b) => b.score - a.score || a.passage - b.passage,
    );
    const stances = matches.map((match) => {
      const passage = index.passages[match.passage] as Passage;
      return stanceOf(
        statement,
        passage,
        readClosely(passage.text),
        shared,
        index.attributions[at] ?? [],
      );
    });
    return stances[0]
      ? presentCell(document.id, stances[0], stances, scored(index, matches))
      : absentCell(document, firstPublished, []);
  });
  return {
    id: shortId("claim", central.documentId, central.start),
    origin: "found",
    statement: central.text,
    central: plain(scored(index, [{ passage: centre, score: 1 }])[0]),
    cells,
    documents: carriers.length,
    sources: new Set(carriers.map(({ sourceId }) => sourceId)).size,
    contested: isContested(cells),
    terms: cluster.terms,
    firstPublished,
  };
}
