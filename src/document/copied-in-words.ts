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

export const kindInWords: Readonly<Record<CopyKind, string>> = {
  same: "same text",
  reprint: "reprint",
  passages: "passages",
};

export const standingInWords: Readonly<Record<Standing, string>> = {
  earliest: "earliest known",
  credited: "credited by the others",
  tied: "may not be the first",
  undated: "no dates: which was first is not known",
};

/** "83 % of its own words (270), 71 % of the text". */
export function sharesInWords({ share01, originShare01, words }: Shares): string {
  return `${percent(share01)} of its own words (${words.toLocaleString("en")}), ${percent(originShare01)} of the text`;
}

/** "14 words replaced, 45 left out, 1 added"; "word for word". */
export function changesInWords({ changed }: { readonly changed: Changed }): string {
  const { replaced, leftOut, added } = changed;
  const parts = [
    replaced > 0 && `${replaced} ${replaced === 1 ? "word" : "words"} replaced`,
    leftOut > 0 && `${leftOut} left out`,
    added > 0 && `${added} added`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "word for word";
}

function percent(share01: number): string {
  if (share01 > 0 && share01 < 0.01) return "under 1 %";
  return `${Math.round(share01 * 100)} %`;
}
