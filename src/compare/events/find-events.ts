import type { DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { type Evidence, evidence, type Passage } from "../../document/passage.ts";
import type { IndexedPassage, PassageIndex } from "../claims/passages.ts";
import { type CompareInput, compareText } from "../input.ts";
import { clusterDocuments } from "./cluster.ts";
import type { EventGroup } from "./events.ts";
import { cosine } from "./likeness.ts";
import { type Sketch, sketchDocuments } from "./sketch.ts";

/** So many of the words that an event's documents share are shown. */
const shownWords = 6;
/** The centre is looked for among so many documents of an event. */
const mostCentres = 24;

/** Which documents tell of one event. The earliest event comes first, undated ones last. */
export async function findEvents(input: CompareInput, index: PassageIndex): Promise<EventGroup[]> {
  const sketches = await sketchDocuments(input, index);
  const { documents } = index;
  const first = firstPassages(index);
  return clusterDocuments(sketches, (document) => documents[document]?.id ?? "")
    .map((group) => present(group, { documents, sketches, first }))
    .sort(
      (a, b) =>
        compareText(a.from ?? "~", b.from ?? "~") ||
        compareText(a.documents[0] ?? "", b.documents[0] ?? ""),
    );
}

/** The cards with the event that each document reports, where there are several. */
export function withEvents(
  cards: readonly DocumentCard[],
  events: readonly EventGroup[],
): readonly DocumentCard[] {
  if (events.length < 2) return cards;
  const eventOf = eventOfDocuments(events);
  return cards.map((card) => {
    const event = eventOf.get(card.id);
    return event === undefined ? card : { ...card, event };
  });
}

/** Document → id of its event. */
export function eventOfDocuments(events: readonly EventGroup[]): Map<string, string> {
  return new Map(
    events.flatMap(({ id, documents }) => documents.map((document) => [document, id])),
  );
}

type Known = {
  readonly documents: readonly DocumentCard[];
  readonly sketches: readonly Sketch[];
  readonly first: readonly (readonly IndexedPassage[])[];
};

function present(group: readonly number[], known: Known): EventGroup {
  const cards = group.flatMap((at) => known.documents[at] ?? []);
  const dates = cards.flatMap(({ published }) => published ?? []).sort(compareText);
  const centre = centreOf(group, known.sketches);
  const others = group.filter((at) => at !== centre).flatMap((at) => known.sketches[at] ?? []);
  const shown = sharedWords(centre, others, known);
  const ids = cards.map(({ id }) => id).sort(compareText);
  const alone = group.length === 1;
  return {
    id: shortId("event", ...ids),
    documents: ids,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    centre: known.documents[centre]?.id ?? "",
    evidence: shown ?? [emptyPassage(known.documents[centre]?.id ?? "")],
    reason: alone
      ? "no other document shares enough telling words, names and dates with it"
      : `${group.length} documents share telling words, names and dates`,
    rule: alone ? "one-document" : "same-event",
  };
}

/** The document with most in common with the others of its event. */
function centreOf(group: readonly number[], sketches: readonly Sketch[]): number {
  const few = group.slice(0, mostCentres);
  let best = few[0] ?? 0;
  let most = -1;
  for (const at of few) {
    const own = sketches[at];
    let sum = 0;
    for (const other of few) {
      const sketch = sketches[other];
      if (own && sketch && other !== at) sum += cosine(own, sketch);
    }
    if (sum > most) {
      most = sum;
      best = at;
    }
  }
  return best;
}

/** The centre's most telling words that most of the others have, where it first says them. */
function sharedWords(
  centre: number,
  others: readonly Sketch[],
  { sketches, first }: Known,
): Evidence | undefined {
  const few = others.slice(0, mostCentres);
  const keys = (sketches[centre]?.keys ?? []).filter(
    (term) => few.filter(({ weights }) => weights.has(term)).length * 2 >= few.length,
  );
  const found: Passage[] = [];
  for (const term of keys.slice(0, shownWords)) {
    for (const passage of first[centre] ?? []) {
      const at = passage.terms.indexOf(term);
      if (at < 0) continue;
      const start = passage.places[at] ?? passage.start;
      const word = /^[^\s.,;:!?"”]+/.exec(passage.text.slice(start - passage.start))?.[0] ?? "";
      if (word === "" || found.some((other) => other.start === start)) break;
      found.push({ documentId: passage.documentId, start, end: start + word.length, text: word });
      break;
    }
  }
  return evidence(found.sort((a, b) => a.start - b.start));
}

/** Each document's sentences. */
function firstPassages({ documents, passages }: PassageIndex): IndexedPassage[][] {
  const of: IndexedPassage[][] = documents.map(() => []);
  for (const passage of passages) of[passage.document]?.push(passage);
  return of;
}

/** A document without words of its own is shown at its beginning. */
function emptyPassage(documentId: string): Passage {
  return { documentId, start: 0, end: 0, text: "" };
}
