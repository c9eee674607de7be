import { daysOf } from "../../document/edtf.ts";
import { shortId } from "../../document/ids.ts";
import { evidence } from "../../document/passage.ts";
import { type PassageIndex, termWeight } from "../claims/passages.ts";
import { type CompareInput, compareText, passageOf, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { EventEntry, TimelineEvent } from "./timeline.ts";

/** The claim that the sentence beginning there belongs to. */
type ClusterOf = (documentId: string, start: number) => string | undefined;

type Dated = Row<"dates"> & { readonly terms: ReadonlySet<number> };

/** Two dated sentences tell of one event when this share of the shorter one's telling terms is common. */
const sameEventShare = 0.35;
/** … and of one event under two dates, when this share is. */
const otherDateShare = 0.5;

type Told = {
  readonly event: TimelineEvent;
  readonly first: Dated;
  readonly claims: ReadonlySet<string>;
};

/**
 * Walks the dates in order and joins sentences of one date that tell of the same. `clusterOf` gives
 * the claim that a sentence belongs to, by which an event told under two dates is noticed.
 */
export async function compareTimeline(
  input: CompareInput,
  index: PassageIndex,
  clusterOf: ClusterOf,
  isNoise: NoiseTest,
): Promise<TimelineEvent[]> {
  const published = new Map(input.documents.map((card) => [card.id, card.published]));
  const termsAt = new Map(
    index.passages.map(({ documentId, start, terms }) => [`${documentId}|${start}`, terms]),
  );
  const events: Told[] = [];
  let open = openDate(index, clusterOf);
  let date: string | undefined;
  const close = () => {
    for (const members of open.events) {
      const event = present(members, published);
      const [first] = members;
      if (!event || !first) continue;
      const claims = members.map(({ documentId, sentence }) =>
        clusterOf(documentId, sentence.start),
      );
      events.push({ event, first, claims: new Set(claims.filter((claim) => claim !== undefined)) });
    }
    open = openDate(index, clusterOf);
  };
  for await (const row of input.rows("dates")) {
    if (isNoise(row.documentId, row.reading)) continue;
    if (row.reading.edtf !== date) close();
    date = row.reading.edtf;
    const terms = new Set(termsAt.get(`${row.documentId}|${row.sentence.start}`) ?? []);
    open.add({ ...row, terms });
  }
  close();
  return withDisagreements(events, index).sort(
    (a, b) =>
      Number(isUnplaced(a)) - Number(isUnplaced(b)) ||
      compareText(a.from ?? "", b.from ?? "") ||
      compareText(a.to ?? "9999", b.to ?? "9999"),
  );
}

/** An event of the open date is found again by its claims and so many of its rarest words. */
const keysPerEvent = 6;

/**
 * The events of one date while it is walked. A sentence is held only against events that share its
 * claim or a rare word, so that a day of many sentences costs no more than its sentences.
 */
function openDate(
  index: PassageIndex,
  clusterOf: ClusterOf,
): { readonly events: readonly Dated[][]; readonly add: (dated: Dated) => void } {
  const events: Dated[][] = [];
  const byKey = new Map<string, Set<number>>();
  const keysOf = ({ documentId, sentence, terms }: Dated): string[] => {
    const rare = [...terms]
      .sort((a, b) => termWeight(index, b) - termWeight(index, a) || a - b)
      .slice(0, keysPerEvent);
    const claim = clusterOf(documentId, sentence.start);
    return [
      `${documentId}|${sentence.start}`,
      ...rare.map(String),
      ...(claim === undefined ? [] : [`claim ${claim}`]),
    ];
  };
  return {
    events,
    add: (dated) => {
      const keys = keysOf(dated);
      const candidates = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
      const found = [...candidates]
        .sort((a, b) => a - b)
        .find((at) => events[at]?.[0] && sameEvent(events[at][0], dated, index, clusterOf));
      const at = found ?? events.push([]) - 1;
      events[at]?.push(dated);
      for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(at));
    },
  };
}

/** Whether two sentences of one date tell of the same: of one claim, or much alike. */
function sameEvent(a: Dated, b: Dated, index: PassageIndex, clusterOf: ClusterOf): boolean {
  if (a.documentId === b.documentId && a.sentence.start === b.sentence.start) return true;
  const claim = clusterOf(a.documentId, a.sentence.start);
  if (claim !== undefined && claim === clusterOf(b.documentId, b.sentence.start)) return true;
  return likeness(a, b, index) >= sameEventShare;
}

/** The weight of common terms over that of the sentence that has less. */
function likeness(a: Dated, b: Dated, index: PassageIndex): number {
  const weigh = (terms: Iterable<number>) => {
    let sum = 0;
    for (const term of terms) sum += termWeight(index, term);
    return sum;
  };
  const common = weigh([...a.terms].filter((term) => b.terms.has(term)));
  const smaller = Math.min(weigh(a.terms), weigh(b.terms));
  return smaller > 0 ? common / smaller : 0;
}

function present(
  members: readonly Dated[],
  published: ReadonlyMap<string, string | null>,
): TimelineEvent | undefined {
  const first = members[0];
  if (!first) return undefined;
  const { edtf } = first.reading;
  // "On 27 September" of no known year has a place in the list, though none on the axis.
  const days = daysOf(edtf) ?? { from: null, to: null };
  const entries = members.flatMap((row): EventEntry[] => {
    const shown = evidence([
      { documentId: row.documentId, ...row.sentence },
      passageOf(row, row.reading),
    ]);
    if (!shown) return [];
    return [
      {
        documentId: row.documentId,
        kind: row.reading.kind,
        published: published.get(row.documentId) ?? null,
        evidence: shown,
      },
    ];
  });
  return {
    id: shortId("timeline", edtf, first.documentId, first.reading.start),
    edtf,
    from: days.from,
    to: days.to,
    precision: precisionOf(edtf),
    approximate: /[~?%]/.test(edtf),
    what: first.sentence.text,
    entries,
    disagreesWith: [],
    rule: "dated-sentence",
  };
}

/** Of no known year: told after all others. */
function isUnplaced({ from, to }: TimelineEvent): boolean {
  return from === null && to === null;
}

function precisionOf(edtf: string): TimelineEvent["precision"] {
  if (edtf.includes("/")) return "interval";
  const plain = edtf.replace(/[~?%]/g, "").replace(/^XXXX/, "0000");
  if (/X/.test(plain)) return "decade";
  if (/^-?\d{4}-2[1-4]$/.test(plain)) return "season";
  if (/^-?\d{4}-\d\d-\d\d/.test(plain)) return "day";
  return /^-?\d{4}-\d\d$/.test(plain) ? "month" : "year";
}

/**
 * Marks events that seem the same under different days: their sentences belong to one claim and are
 * much alike, and no document tells both.
 */
function withDisagreements(told: readonly Told[], index: PassageIndex): TimelineEvent[] {
  const byClaim = new Map<string, Told[]>();
  for (const one of told) {
    if (one.event.precision !== "day") continue;
    for (const claim of one.claims) byClaim.set(claim, [...(byClaim.get(claim) ?? []), one]);
  }
  return told.map((one) => {
    const others = new Set([...one.claims].flatMap((claim) => byClaim.get(claim) ?? []));
    const disagrees = [...others].filter(
      (other) =>
        one.event.precision === "day" &&
        other.event.from !== one.event.from &&
        !one.event.entries.some(({ documentId }) =>
          other.event.entries.some((entry) => entry.documentId === documentId),
        ) &&
        likeness(one.first, other.first, index) >= otherDateShare,
    );
    return {
      ...one.event,
      disagreesWith: disagrees.map(({ event }) => event.id).sort(compareText),
    };
  });
}
