import type { Copy, CopyKind, Standing } from "./origins.ts";

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
export function sharesInWords({
  share01,
  originShare01,
  words,
}: Pick<Copy, "share01" | "originShare01" | "words">): string {
  return `${percent(share01)} of its own words (${words.toLocaleString("en")}), ${percent(originShare01)} of the text`;
}

/** "14 words replaced, 45 left out, 1 added"; "word for word". */
export function changesInWords({ changed }: Pick<Copy, "changed">): string {
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
