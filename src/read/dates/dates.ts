import type { Span } from "../../document/span.ts";
import { createSweep } from "../../document/sweep.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Noise } from "../noise/noise.ts";
import { plainText } from "../sentences/plain.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import { clauseOf } from "./clause.ts";
import { readDateline } from "./dateline.ts";
import { edtfOf, type Point, pointOf } from "./edtf.ts";
import { anyForm, type DateForms, dateForms } from "./forms.ts";
import { isMisread } from "./misread.ts";
import { type Anchors, type Found, resolveDate } from "./resolve.ts";

/** A date or period as written, resolved. */
export type DateMention = Span & {
  /** EDTF, ISO 8601-2 level 1 or 2: 1992-02-26, 1992-02, 198X, 1986/1989~, 1993-21 (spring), 2020-09-27/.. */
  readonly edtf: string;
  /** `relative`: resolved against the publication date or the last date told. */
  readonly kind: "absolute" | "relative";
  /** What happened then, in the text's own words: the clause that the date stands in. */
  readonly what: Span;
  /** What a relative date was reckoned from; absent for absolute ones, and where nothing was known. */
  readonly anchor?: DateAnchor;
  readonly rule: string;
};

/** A date, and where the text tells it; `at` is null for a day of publication that came with the text. */
export type DateAnchor = { readonly edtf: string; readonly at: Span | null };

/**
 * Makes the function that finds and resolves dates; `published` is EDTF or an instant, or null.
 * Where it is null, a dateline in the text stands in for it; where there is none either, a year that
 * is not written stays unspecified ("XXXX-05-02").
 */
export function createDatesReader(
  lexicon: Lexicon,
): (prose: Prose, read: { published: string | null; noise: readonly Noise[] }) => DateMention[] {
  const forms = dateForms(lexicon.calendar);
  return (prose, { published, noise }) => {
    const plain = plainText(prose.text);
    const present = forms.present(prose.tokens);
    const noiseIn = createSweep(
      noise.filter(({ kind }) => kind === "unrelated" || kind === "navigation"),
    );
    const inText: { sentence: Sentence; found: Candidate[] }[] = [];
    for (const sentence of prose.sentences) {
      // Most sentences hold no word of a date; nothing is made for them.
      const there = presentIn(sentence, present);
      if ((there & anyForm) === 0 || noiseIn(sentence).length > 0) continue;
      const found = candidates(plain, sentence, forms.forms, there).filter(
        (form) => !isMisread(form, lexicon),
      );
      if (found.length > 0) inText.push({ sentence, found });
    }
    const day = pointOf(published);
    const dateline = day ? null : readDateline(prose, inText, lexicon);
    let anchors: Anchors = {
      published: day ?? dateline?.point ?? null,
      told: null,
      context: null,
      recent: null,
      monthFirst: monthFirst(inText),
    };
    /** Where the text tells the points that later dates are reckoned from. */
    const places = new Map<Point, Span>();
    if (dateline) places.set(dateline.point, dateline.at);
    const dates: DateMention[] = [];
    let before: Sentence | undefined;
    for (const { sentence, found } of inText) {
      const follows =
        before?.paragraph === sentence.paragraph && before.endToken === sentence.firstToken;
      if (!follows) anchors = { ...anchors, context: null, recent: null };
      before = sentence;
      for (const form of found) {
        const resolved = resolveDate(form, anchors, lexicon);
        if (!resolved || explains(plain, dates.at(-1), form)) continue;
        const { start, end, rule } = form;
        const { edtf, kind, from } = resolved;
        const what = clauseOf(prose, sentence, form, lexicon);
        if (from === null) dates.push({ start, end, edtf, kind, what, rule });
        else {
          const anchor = { edtf: edtfOf(from), at: places.get(from) ?? null };
          dates.push({ start, end, edtf, kind, what, anchor, rule });
        }
        const told = lastPoint(edtf);
        if (!told) continue;
        places.set(told, { start, end });
        // "since 1994" is told of other days.
        const context = kind === "absolute" && !edtf.endsWith("/..") ? told : anchors.context;
        anchors = { ...anchors, told, recent: told, context };
      }
    }
    return dates;
  };
}

/** Whether a date of figures of the text can only be read with the month first, or only with the day. */
function monthFirst(inText: readonly { readonly found: readonly Found[] }[]): boolean | null {
  for (const { found } of inText)
    for (const { rule, parts } of found) {
      if (rule !== "numeric" || parts.sep !== "/") continue;
      if (Number(parts.a) > 12) return false;
      if (Number(parts.b) > 12) return true;
    }
  return null;
}

/**
 *     on Thursday, the day before the vote
 *        ^^^^^^^^  ^^^^^^^^^^^^^^ the same day told once more
 */
function explains(plain: string, date: Span | undefined, form: Candidate): boolean {
  if (form.rule !== "unit-beside" && form.rule !== "unit-away") return false;
  if (!date || !/^,\s{1,3}$/.test(plain.slice(date.end, form.start))) return false;
  return /\b(?:before|after)$/i.test(form.text.trim()) && /^\s{1,3}[\p{L}\d]/u.test(form.after);
}

type Candidate = Found & Span;

/** What of all that the forms need the words of a sentence hold. */
function presentIn(sentence: Sentence, present: Uint16Array): number {
  let there = 0;
  for (let at = sentence.firstToken; at < sentence.endToken; at++) there |= present[at] ?? 0;
  return there;
}

/** The longest forms from left to right, none over another. */
function candidates(
  plain: string,
  sentence: Sentence,
  forms: DateForms["forms"],
  there: number,
): Candidate[] {
  const text = plain.slice(sentence.start, sentence.end);
  const all: Candidate[] = [];
  for (const { rule, needs, pattern } of forms) {
    if ((there & needs) !== needs) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const end = match.index + match[0].trimEnd().length;
      all.push({
        rule,
        text: match[0],
        parts: match.groups ?? {},
        before: text.slice(Math.max(0, match.index - 120), match.index),
        after: text.slice(end, end + 120),
        start: sentence.start + match.index,
        end: sentence.start + end,
      });
    }
  }
  if (all.length < 2) return all;
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return all.filter((form) => {
    if (form.start < end) return false;
    end = form.end;
    return true;
  });
}

/** Where a period ends, or the date itself: what "the following year" follows. */
function lastPoint(edtf: string): Point | null {
  const [first, last] = edtf.split("/");
  return pointOf(last ?? null) ?? pointOf(first ?? null);
}
