import type { Change, Copy, ReusedText } from "../../compare/origins/origins.ts";
import type { Span } from "../../document/span.ts";
import { type Lean, lean } from "../paged.ts";
import { documentsOf, type List } from "./list.ts";

/** A copy with the few changes that say most at a glance; `start` and `end` are of its first words. */
export type CopyRow = Omit<Lean<Copy>, "credit"> &
  Span & {
    readonly credit: string | null;
    /** Its author's name stands for the credit: no passage says it. */
    readonly isCreditedByName: boolean;
    readonly telling: readonly Swap[];
  };

export type Swap = {
  readonly origin: string;
  readonly copy: string;
  readonly at: Change["at"];
};

/** A text that others repeat; `start` and `end` are where the first repeated passage stands. */
export type ReusedRow = Omit<Lean<ReusedText>, "copies"> &
  Span & { readonly copies: readonly CopyRow[] };

/** Of texts that hundreds repeat, so many copies tell their changes before they are opened. */
const copiesTold = 36;
/** More of a credit is not shown in a row, in UTF-16 code units. */
const longestCredit = 100;
/** The shortest replacements say most at a glance. */
const swapsShown = 4;
const longestSwap = 44;

export const originList: List<ReusedText, ReusedRow> = {
  items: ({ origins }) => origins,
  idOf: ({ id }) => id,
  row: ({ copies, ...text }) => ({
    ...lean(text),
    start: text.evidence[0].start,
    end: text.evidence[0].end,
    copies: copies.map(({ credit, ...copy }, at) => ({
      ...lean(copy),
      start: copy.evidence[0].start,
      end: copy.evidence[0].end,
      credit: credit ? credit.words.slice(0, longestCredit) : null,
      isCreditedByName: credit?.passage === null,
      telling: at < copiesTold ? telling(copy) : [],
    })),
  }),
  inTime: { documents: (text) => documentsOf([text, ...text.copies]) },
  filters: {
    q: (text, words, _, { lookup }) =>
      words(
        [text.documentId, ...text.copies.map(({ documentId }) => documentId)]
          .map((id) => `${lookup.card(id)?.sourceName} ${lookup.card(id)?.title ?? id}`)
          .join(" "),
      ),
    only: ({ copies }, _, chosen) =>
      chosen !== "reprints" || copies.some(({ kind }) => kind !== "passages"),
  },
};

function telling({ changes }: Pick<Copy, "changes">): Swap[] {
  return changes
    .flatMap(({ kind, origin, copy, at }) =>
      kind === "replaced" && origin && copy && origin.text.length + copy.text.length <= longestSwap
        ? [{ origin: origin.text, copy: copy.text, at }]
        : [],
    )
    .slice(0, swapsShown);
}
