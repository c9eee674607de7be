import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import { isWholeDay, type Point, pointOf } from "./edtf.ts";
import { type Found, resolveDate } from "./resolve.ts";

/** Longest line, in characters, that can be a dateline ("Tuesday, 4 May 2021, 14:05 GMT"). */
const datelineLength = 60;

/** How many lines at the two ends of a text are looked through for a dateline. */
const datelineParagraphs = 8;

/** A whole date within so many characters from the start opens the text ("Posted on 4 May 2021 by …"). */
const openingLength = 100;

const nothingKnown = {
  published: null,
  told: null,
  context: null,
  recent: null,
  monthFirst: null,
};

/** "in", "by" and the like before a date make it part of what is told. */
const toldOf = /\b(?:in|on|by|since|from|until|before|after|of|the)\s{1,4}$/i;
const postedOn = /\b(?:post|publish|updat|creat|releas|fil|issu)(?:ed|e)?\s(?:on|at)\s{1,4}$/i;

/**
 * When a text that came without a date says it was published: the whole date in a short line at
 * its head or foot, or at its very start; else null. Years told in the text say nothing of when it
 * was published: a report of today may tell of 1992.
 */
export function readDateline(
  prose: Prose,
  inText: readonly { readonly sentence: Sentence; readonly found: readonly (Found & Span)[] }[],
  lexicon: Pick<Lexicon, "calendar" | "numerals">,
): { readonly point: Point; readonly at: Span } | null {
  const paragraphs = prose.paragraphs.length;
  for (const { sentence, found } of inText) {
    const line = prose.paragraphs[sentence.paragraph];
    const atEnd =
      sentence.paragraph < datelineParagraphs ||
      sentence.paragraph >= paragraphs - datelineParagraphs;
    const short = line !== undefined && atEnd && line.end - line.start <= datelineLength;
    for (const form of found) {
      if (form.parts.y === undefined) continue;
      const date = resolveDate(form, nothingKnown, lexicon);
      const point = date && pointOf(date.edtf);
      if (!point || point.month === undefined) continue;
      const opens =
        form.start < openingLength && (!toldOf.test(form.before) || postedOn.test(form.before));
      if (isWholeDay(point) && !date.edtf.includes("/") && (short || opens))
        return { point, at: { start: form.start, end: form.end } };
    }
  }
  return null;
}
