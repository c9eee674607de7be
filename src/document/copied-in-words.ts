/**
 * How well it is known which text was first. `earliest`: published before every dated other one.
 * `credited`: published the same day as another, and another credits its source. `tied`: another
 * one is dated so that it could be as early. `undated`: no date is known, so none is first.
 */
export type Standing = "earliest" | "credited" | "tied" | "undated";

/**
 * `same`: hardly a word differs. `reprint`: most of the copy's own words come from the other text.
 * `passages`: parts of it do.
 */
export type CopyKind = "same" | "reprint" | "passages";

/** Shares are 0 to 1 and count words outside quotations. */
type Shares = {
  readonly share01: number;
  readonly originShare01: number;
  readonly words: number;
};
type Changed = {
  readonly replaced: number;
  readonly leftOut: number;
  readonly added: number;
};

/** How a language tells of a copy; what is written to files says it like this. Shares are in per cent. */
export const englishCopies = {
  kinds: { same: "same text", reprint: "reprint", passages: "passages" } satisfies Record<
    CopyKind,
    string
  >,
  standings: {
    earliest: "earliest known",
    credited: "credited by the others",
    tied: "may not be the first",
    undated: "no dates: which was first is not known",
  } satisfies Record<Standing, string>,
  number: (value: number) => value.toLocaleString("en-GB"),
  percent: (number: string) => `${number} %`,
  underOne: "under 1 %",
  shares: (own: string, words: string, ofText: string) =>
    `${own} of its own words (${words}), ${ofText} of the text`,
  replaced: (n: number) => `${n} ${n === 1 ? "word" : "words"} replaced`,
  leftOut: (n: number) => `${n} left out`,
  added: (n: number) => `${n} added`,
  wordForWord: "word for word",
};

/** What sentences about a copy are made of. */
export type CopyWords = Omit<typeof englishCopies, "kinds" | "standings">;

/** "83 % of its own words (270), 71 % of the text". */
export function sharesInWords(
  { share01, originShare01, words }: Shares,
  says: CopyWords = englishCopies,
): string {
  const percent = (part01: number) =>
    part01 > 0 && part01 < 0.01
      ? says.underOne
      : says.percent(says.number(Math.round(part01 * 100)));
  return says.shares(percent(share01), says.number(words), percent(originShare01));
}

/** "14 words replaced, 45 left out, 1 added"; "word for word". */
export function changesInWords(
  { changed }: { readonly changed: Changed },
  says: CopyWords = englishCopies,
): string {
  const { replaced, leftOut, added } = changed;
  const parts = [
    replaced > 0 && says.replaced(replaced),
    leftOut > 0 && says.leftOut(leftOut),
    added > 0 && says.added(added),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : says.wordForWord;
}
