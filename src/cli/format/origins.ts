import type { Copy, ReusedText } from "../../compare/origins/origins.ts";
import type { DocumentCard } from "../../document/case.ts";
import { changesInWords, englishCopies, sharesInWords } from "../../document/copied-in-words.ts";
import { datesInWords, formatInstant } from "../../document/in-words.ts";
import { excerpt, wrap } from "../text.ts";
import { someLines } from "./some.ts";

/** Changes shown of one copy. */
const mostChanges = 5;

/** A text that others repeat, then who does, how much of it, and which words were changed. */
export function originText(text: ReusedText, documents: readonly DocumentCard[]): string {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const labelOf = (id: string) => {
    const card = cards.get(id);
    if (!card) return id;
    return card.sourceId === card.id ? card.file : `${card.sourceName} (${card.file})`;
  };
  const dateOf = (id: string) => formatInstant(cards.get(id)?.published ?? null);
  return [
    `${labelOf(text.documentId)}, ${dateOf(text.documentId)}  [${text.standing}]`,
    wrap(`“${excerpt(text.evidence[0].text, 160)}”`, 96, "  "),
    wrap(datesInWords(text.reason), 96, "  "),
    ...someLines(
      text.copies.map((copy) =>
        [
          `  ${englishCopies.kinds[copy.kind].padEnd(9)} ${labelOf(copy.documentId)}, ${dateOf(copy.documentId)}`,
          `            ${sharesInWords(copy)}; ${changesInWords(copy)}`,
          ...(copy.via ? [`            by way of ${labelOf(copy.via)}`] : []),
          ...(copy.credit ? [`            credits it: “${excerpt(copy.credit.words, 70)}”`] : []),
          ...changesOf(copy),
        ].join("\n"),
      ),
    ),
  ].join("\n");
}

function changesOf({ changes }: Copy): string[] {
  const shown = changes
    .slice(0, mostChanges)
    .map(
      ({ origin, copy }) =>
        `            - ${origin ? excerpt(origin.text, 60) : "(nothing)"}  →  ${copy ? excerpt(copy.text, 60) : "(left out)"}`,
    );
  const more = changes.length - mostChanges;
  return more > 0
    ? [...shown, `              and ${more} more changes (--json lists them)`]
    : shown;
}
