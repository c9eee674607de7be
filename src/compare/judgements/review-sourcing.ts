import { markKey, partsOfKey, readingMark } from "../../document/judgement.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { Claim } from "../claims/claims.ts";
import type { CompareInput, ReadingKind, Row } from "../input.ts";
import { readNoiseTest } from "../noise.ts";
import type { ReusedText } from "../origins/origins.ts";
import { compareSourcing, contestedBySource } from "../sourcing/compare-sourcing.ts";
import type { SourcingWords } from "../sourcing/sides.ts";
import type { Sourcing } from "../sourcing/sourcing.ts";
import type { Rejected } from "./review.ts";

/** The readings that Sourcing is counted from. */
const counted = ["attributions", "references"] as const;

/**
 * Who quotes whom without the attributions and references that were rejected, counted anew from all
 * others; how much of what is contested is said in own voice follows the reviewed claims.
 */
export async function reviewSourcing(
  found: Sourcing,
  rejected: Rejected,
  known: {
    readonly input: CompareInput;
    /** As reviewed. */
    readonly claims: readonly Claim[];
    readonly origins: readonly ReusedText[];
    readonly words: SourcingWords | null;
  },
): Promise<Sourcing> {
  const { input, claims, words } = known;
  const own = [...rejected.keys()].map(partsOfKey).filter(isCounted);
  if (own.length === 0) {
    const contested = contestedBySource(claims, new Map(input.documents.map((c) => [c.id, c])));
    const none = { carried: 0, ownVoice: 0 };
    return {
      ...found,
      rows: found.rows.map((row) => ({ ...row, contested: contested.get(row.sourceId) ?? none })),
    };
  }
  const touched = new Set(own.map(({ documentId }) => documentId));
  const copied = copiedTest(known.origins);
  const sourceOf = new Map(input.documents.map(({ id, sourceId }) => [id, sourceId]));
  const fewer = new Map<string, number>();
  const kept: CompareInput = {
    ...input,
    async *rows<K extends ReadingKind>(kind: K) {
      for await (const row of input.rows(kind)) {
        const isLeftOut =
          touched.has(row.documentId) &&
          counted.some((one) => one === kind) &&
          rejected.has(markKey(readingMark(kind, row.documentId, row.reading)));
        if (!isLeftOut) yield row;
        else if (kind === "attributions" && copied(row)) {
          const source = sourceOf.get(row.documentId) ?? "";
          fewer.set(source, (fewer.get(source) ?? 0) + 1);
        }
      }
    },
  };
  const anew = await compareSourcing(kept, claims, await readNoiseTest(input), words);
  const before = new Map(found.rows.map((row) => [row.sourceId, row.copied]));
  const rows = anew.rows.map((row) => {
    const most = (before.get(row.sourceId) ?? 0) - (fewer.get(row.sourceId) ?? 0);
    return { ...row, copied: Math.max(0, Math.min(most, row.attributions)) };
  });
  return { ...anew, rows };
}

function isCounted({ question, about }: { question: string; about: string }): boolean {
  return question === "readings" && counted.some((kind) => kind === about);
}

/** Does a row's sentence stand, for half of it at least, in a passage that was copied? */
function copiedTest(origins: readonly ReusedText[]): (row: Row<ReadingKind>) => boolean {
  const spans = new Map<string, Span[]>();
  for (const { documentId, passages } of origins.flatMap(({ copies }) => copies))
    spans.set(documentId, [
      ...(spans.get(documentId) ?? []),
      ...passages.map(({ copy: { start, end } }) => ({ start, end })),
    ]);
  return ({ documentId, sentence }) => {
    const own = (spans.get(documentId) ?? []).filter((span) => overlaps(span, sentence));
    const shared = own.reduce(
      (sum, { start, end }) => sum + Math.min(end, sentence.end) - Math.max(start, sentence.start),
      0,
    );
    return shared * 2 >= sentence.end - sentence.start;
  };
}
