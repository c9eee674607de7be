import { daysOf } from "../../document/edtf.ts";
import { shortId } from "../../document/ids.ts";
import { evidence } from "../../document/passage.ts";
import type { PassageIndex } from "../claims/passages.ts";
import { type CompareInput, compareText, passageOf, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { EventEntry, TimelineEvent } from "./timeline.ts";

type Dated = Row<"dates"> & { readonly terms: ReadonlySet<number> };

/** Two dated sentences tell of one event when this share of the shorter one's telling terms is common. */
const sameEventShare = 0.35;

/**
 * Walks the dates in order and joins sentences of one date that tell of the same. `clusterOf` gives
 * the claim that a sentence belongs to, by which an event told under two dates is noticed.
 */
export async function compareTimeline(
  input: CompareInput,
  index: PassageIndex,
  clusterOf: (documentId: string, start: number) => string | undefined,
  isNoise: NoiseTest,
): Promise<TimelineEvent[]> {
  const published = new Map(input.documents.map((card) => [card.id, card.published]));
  const termsAt = new Map(
    index.passages.map(({ documentId, start, terms }) => [`${documentId}|${start}`, terms]),
  );
  const events: { event: TimelineEvent; claims: Set<string> }[] = [];
  let open: Dated[][] = [];
  let date: string | undefined;
  const close = () => {
    for (const members of open) {
      const event = present(members, published);
      if (!event) continue;
      const claims = members.map(({ documentId, sentence }) =>
        clusterOf(documentId, sentence.start),
      );
      events.push({ event, claims: new Set(claims.filter((claim) => claim !== undefined)) });
    }
    open = [];
  };
  for await (const row of input.rows("dates")) {
    if (isNoise(row.documentId, row.reading)) continue;
    if (row.reading.edtf !== date) close();
    date = row.reading.edtf;
    const terms = new Set(termsAt.get(`${row.documentId}|${row.sentence.start}`) ?? []);
    const dated = { ...row, terms };
    const home = open.find((members) => members[0] && sameEvent(members[0], dated, index));
    if (home) home.push(dated);
    else open.push([dated]);
  }
  close();
  return withDisagreements(events).sort(
    (a, b) =>
      compareText(a.from ?? "", b.from ?? "") ||
      compareText(a.to ?? "9999", b.to ?? "9999") ||
      compareText(a.id, b.id),
  );
}

function sameEvent(a: Dated, b: Dated, index: PassageIndex): boolean {
  if (a.documentId === b.documentId && a.sentence.start === b.sentence.start) return true;
  const weigh = (terms: Iterable<number>) => {
    let sum = 0;
    for (const term of terms) sum += 1 / (1 + Math.log(1 + (index.postings[term]?.length ?? 0)));
    return sum;
  };
  const common = weigh([...a.terms].filter((term) => b.terms.has(term)));
  const smaller = Math.min(weigh(a.terms), weigh(b.terms));
  return smaller > 0 && common / smaller >= sameEventShare;
}

function present(
  members: readonly Dated[],
  published: ReadonlyMap<string, string | null>,
): TimelineEvent | undefined {
  const first = members[0];
  const days = first && daysOf(first.reading.edtf);
  if (!first || !days) return undefined;
  const { edtf } = first.reading;
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

function precisionOf(edtf: string): TimelineEvent["precision"] {
  if (edtf.includes("/")) return "interval";
  const plain = edtf.replace(/[~?%]/g, "");
  if (/X/.test(plain)) return "decade";
  if (/^-?\d{4}-2[1-4]$/.test(plain)) return "season";
  if (/^-?\d{4}-\d\d-\d\d/.test(plain)) return "day";
  return /^-?\d{4}-\d\d$/.test(plain) ? "month" : "year";
}

/** Marks events of one claim whose days, at the same precision, cannot be the same. */
function withDisagreements(
  events: readonly { event: TimelineEvent; claims: ReadonlySet<string> }[],
): TimelineEvent[] {
  const byClaim = new Map<string, TimelineEvent[]>();
  for (const { event, claims } of events) {
    for (const claim of claims) byClaim.set(claim, [...(byClaim.get(claim) ?? []), event]);
  }
  return events.map(({ event, claims }) => {
    const others = [...claims].flatMap((claim) => byClaim.get(claim) ?? []);
    const disagrees = others.filter(
      (other) =>
        other.precision === event.precision &&
        event.precision === "day" &&
        other.from !== event.from,
    );
    return {
      ...event,
      disagreesWith: [...new Set(disagrees.map(({ id }) => id))].sort(compareText),
    };
  });
}
