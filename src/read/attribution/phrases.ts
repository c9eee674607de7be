import type { Cue } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { contentSpan, type Placed, spanOf } from "./placed.ts";
import { type Phrase, phraseFrom, subjectBefore } from "./subjects.ts";
import type { Stretch, Unit } from "./units.ts";

/** Finds the attributions that a preposition, noun, adjective, adverb or colon makes. */
export function readPhrases(stretch: Stretch, lexicon: Lexicon): Placed[] {
  const { units } = stretch;
  const placed: Placed[] = [];
  const title = readTitle(stretch, lexicon);
  if (title) placed.push(title);
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    if (!unit.cue) continue;
    const found =
      readAccording(units, at, lexicon) ??
      readAsSaid(units, at, lexicon) ??
      readPut(units, at, lexicon) ??
      readHearsay(units, at, lexicon) ??
      readNoun(units, at, lexicon) ??
      readState(units, at, lexicon);
    if (!found || unit.quote) continue;
    placed.push(found);
    at = Math.max(at, found.cueEnd - 1);
  }
  return placed;
}

type Phrased = Placed & { readonly cueEnd: number };

const plain = {
  attitude: "states",
  distancing: false,
  negated: false,
  via: [],
  open: false,
} as const;

/**
 *     According to the mayor, taxes fell.     Taxes fell, according to the mayor.
 *                  ^^^^^^^^^ source                                    ^^^^^^^^^
 */
function readAccording(units: readonly Unit[], at: number, lexicon: Lexicon): Phrased | null {
  if (units[at]?.lower !== "according" || units[at + 1]?.lower !== "to") return null;
  const source = phraseFrom(units, at + 2, units.length, lexicon.speakers);
  if (!source) return null;
  const start = clauseStart(units, at);
  const end = clauseEnd(units, source.to);
  const opens =
    at === start || (at - start === 1 && /^(CCONJ|ADV|PUNCT)$/.test(units[start]?.pos ?? ""));
  const comma = units[source.to]?.lower === ",";
  const content = opens
    ? [contentSpan(units, comma ? source.to + 1 : source.to, end)]
    : comma &&
        end - source.to > 4 &&
        units[at - 1]?.lower === "," &&
        units[source.to + 1]?.pos !== "CCONJ" &&
        (continues(units, source.to + 1) || !hasVerb(units, start, at))
      ? [contentSpan(units, start, at), contentSpan(units, source.to + 1, end)]
      : [contentSpan(units, start, at)];
  if (content.some((span) => span.start >= span.end)) return null;
  return {
    ...plain,
    source: [spanOf(units, source.from, source.to)],
    cue: [spanOf(units, at, at + 2)],
    content,
    rule: "according-to",
    from: opens ? at : start,
    to: opens ? end : source.to,
    cueEnd: source.to,
  };
}

function hasVerb(units: readonly Unit[], from: number, to: number): boolean {
  return units.slice(from, to).some((unit) => /^(VERB|AUX|QUOTE)$/.test(unit.pos));
}

function continues(units: readonly Unit[], at: number): boolean {
  return /^(VERB|AUX)$/.test(units[at]?.pos ?? "");
}

/** Start of the clause that ends before `at`: after ";" or ", and". */
function clauseStart(units: readonly Unit[], at: number): number {
  for (let back = at - 2; back > 0; back--) {
    const unit = units[back] as Unit;
    if (unit.lower === ";") return back + 1;
    if (
      unit.pos === "CCONJ" &&
      units[back - 1]?.lower === "," &&
      /^(and|but)$/.test(unit.lower) &&
      at - back > 4
    )
      return back + 1;
  }
  return 0;
}

function clauseEnd(units: readonly Unit[], from: number): number {
  let end = units.length;
  for (let at = from; at < units.length; at++) {
    if (units[at]?.lower === ";") {
      end = at;
      break;
    }
  }
  return end;
}

/**
 *     As the mayor put it, taxes fell.
 *        ^^^^^^^^^ source
 */
function readAsSaid(units: readonly Unit[], at: number, lexicon: Lexicon): Phrased | null {
  if (units[at]?.lower !== "as" || (at > 0 && !/^[,“—–]/.test(units[at - 1]?.lower ?? "")))
    return null;
  const source = phraseFrom(units, at + 1, units.length, lexicon.speakers);
  if (!source || source.to - source.from > 12) return null;
  let verb = source.to;
  while (/^(ADV|AUX)$/.test(units[verb]?.pos ?? "")) verb++;
  const head = units[verb];
  const cue = lexicon.cues
    .get(head?.lower ?? "")
    ?.find(
      (form) =>
        form.options[0]?.part === "verb" &&
        form.options.some(
          (option) => option.takes.includes("clause") || option.takes.includes("quote"),
        ),
    )?.options[0];
  if (!head || !cue || head.pos === "NOUN") return null;
  let end = verb + 1;
  if (units[end]?.lower === "it") end++;
  const cueEnd = end;
  if (units[end]?.pos === "ADP" || lexicon.speakers.times.has(units[end]?.lower ?? ""))
    while (end < cueEnd + 5 && /^(ADP|DET|ADJ|NOUN|PROPN|NUM)$/.test(units[end]?.pos ?? "")) end++;
  const next = units[end];
  if (next && !/^[,.;]$/.test(next.lower)) return null;
  const opens = at <= 1;
  const content = opens ? contentSpan(units, end, units.length) : contentSpan(units, 0, at);
  if (content.start >= content.end) return null;
  return {
    ...plain,
    attitude: cue.attitude,
    source: [spanOf(units, source.from, source.to)],
    cue: [spanOf(units, source.to, cueEnd)],
    content: [content],
    rule: "as-said",
    from: opens ? at : 0,
    to: opens ? units.length : end,
    cueEnd: end,
  };
}

/** How far "at" may stand behind "put", and the number behind "at", in words. */
const putReach = 9;
const numberReach = 4;
const insidePut = /^(NOUN|PROPN|PRON|NUM|DET|ADJ|ADP|PART)$/;

/**
 *     The army put the number of dead at 40.
 *     ^^^^^^^^ source
 *              ^^^ cue
 *                  ^^^^^^^^^^^^^^^^^^^^^^^^ content
 */
function readPut(units: readonly Unit[], at: number, lexicon: Lexicon): Phrased | null {
  if (!/^(put|puts|putting)$/.test(units[at]?.lower ?? "")) return null;
  let to = at + 2;
  while (to < at + putReach && insidePut.test(units[to]?.pos ?? "") && units[to]?.lower !== "at")
    to++;
  if (units[to]?.lower !== "at") return null;
  const counts = units
    .slice(to + 1, to + 1 + numberReach)
    .some((unit) => unit.pos === "NUM" || /\d/.test(unit.lower) || unit.quote);
  const source = subjectBefore(units, 0, auxiliaries(units, at), lexicon.speakers);
  if (!counts || !source) return null;
  const end = stopAt(units, to + 1, clauseEnd(units, at));
  return {
    ...plain,
    source: [spanOf(units, source.from, source.to)],
    cue: [spanOf(units, auxiliaries(units, at), at + 1)],
    content: [contentSpan(units, at + 1, end)],
    rule: "put-at",
    from: source.from,
    to: end,
    cueEnd: end,
  };
}

/**
 *     The bridge was reportedly mined.
 *                    ^^^^^^^^^^ cue, nobody named
 */
function readHearsay(units: readonly Unit[], at: number, lexicon: Lexicon): Phrased | null {
  const cue = option(units, at, "adverb", lexicon);
  if (!cue) return null;
  const end = clauseEnd(units, at);
  const next = units[at + 1];
  if (!next) return null;
  let start = at;
  const subject = subjectBefore(units, 0, auxiliaries(units, at), lexicon.speakers);
  if (subject) start = subject.from;
  const content =
    start < at
      ? [contentSpan(units, start, at), contentSpan(units, at + 1, stopAt(units, at + 1, end))]
      : [contentSpan(units, at + 1, stopAt(units, at + 1, end))];
  const kept = content.filter((span) => span.start < span.end);
  if (kept.length === 0) return null;
  return {
    ...plain,
    distancing: cue.distancing,
    attitude: cue.attitude,
    source: [],
    cue: [spanOf(units, at, at + 1)],
    content: kept,
    rule: "hearsay",
    from: start,
    to: end,
    cueEnd: at + 1,
  };
}

function auxiliaries(units: readonly Unit[], at: number): number {
  let from = at;
  while (/^(AUX|ADV)$/.test(units[from - 1]?.pos ?? "")) from--;
  return from;
}

function stopAt(units: readonly Unit[], from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (units[at]?.lower === "," && at - from > 2) return at;
  }
  return end;
}

function option(
  units: readonly Unit[],
  at: number,
  part: Cue["part"],
  lexicon: Lexicon,
): Cue | null {
  const forms = lexicon.cues.get(units[at]?.lower ?? "");
  if (!forms) return null;
  for (const form of forms) {
    for (const cue of form.options) {
      if (
        cue.part === part &&
        cue.particles.every((word, index) => units[at + 1 + index]?.lower === word)
      )
        return cue;
    }
  }
  return null;
}

/**
 *     the mayor's claim that taxes fell       speculation among traders that taxes fell
 *     ^^^^^^^^^^^ source                                         ^^^^^^^ source
 */
function readNoun(units: readonly Unit[], at: number, lexicon: Lexicon): Phrased | null {
  const unit = units[at] as Unit;
  if (unit.pos !== "NOUN") return null;
  const cue = option(units, at, "noun", lexicon);
  if (!cue) return null;
  const words = lexicon.speakers;
  let next = at + 1 + cue.particles.length;
  let source: Phrase | null = null;
  if (/^(by|from|among|amongst)$/.test(units[next]?.lower ?? "")) {
    source = phraseFrom(units, next + 1, units.length, words);
    if (source) next = source.to;
  }
  const marker = units[next]?.lower ?? "";
  let content = -1;
  if (
    cue.takes.includes("clause") &&
    (marker === "that" || marker === "whether") &&
    !/^(VERB|AUX)$/.test(units[next + 1]?.pos ?? "")
  )
    content = next;
  else if (cue.takes.includes("object") && (marker === "of" || marker === "against"))
    content = next + 1;
  else if (cue.takes.includes("object") && cue.particles.length > 0) content = next;
  else if (cue.takes.includes("infinitive") && marker === "to") content = next;
  if (content < 0 || content >= units.length) return null;
  source ??= owner(units, at) ?? maker(units, at, lexicon);
  if (!source && marker !== "that" && !cue.distancing) return null;
  let end = clauseEnd(units, content);
  // "allegations of fraud were dropped": the sentence's own verb ends what is alleged.
  if (marker !== "that" && marker !== "whether")
    end = verbAfter(units, content, stopAt(units, content, end));
  const span = contentSpan(units, content, end);
  if (span.start >= span.end) return null;
  return {
    ...plain,
    attitude: cue.attitude,
    distancing: cue.distancing,
    source: source ? [spanOf(units, source.from, source.to)] : [],
    cue: [spanOf(units, at, at + 1 + cue.particles.length)],
    content: [span],
    rule: "noun",
    from: source ? Math.min(source.from, at) : at,
    to: end,
    cueEnd: Math.max(next, at + 1),
  };
}

function verbAfter(units: readonly Unit[], from: number, end: number): number {
  for (let at = from + 1; at < end; at++) if (units[at]?.pos === "AUX") return at;
  return end;
}

/** The possessor of the noun at `at` ("the mayor's repeated claim"). */
function owner(units: readonly Unit[], at: number): Phrase | null {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const { lower, pos } = units[back] as Unit;
    if (/^(his|her|their|its)$/.test(lower)) return { from: back, to: back + 1 };
    if (lower === "'s" || lower === "'") {
      let from = back;
      while (from > 0 && /^(DET|ADJ|NOUN|PROPN|NUM)$/.test((units[from - 1] as Unit).pos)) from--;
      return from < back ? { from, to: back } : null;
    }
    if (!/^(ADJ|NOUN|ADV|NUM)$/.test(pos)) return null;
  }
  return null;
}

/** Who made the claim: the subject of "made", "voiced", … before the noun. */
function maker(units: readonly Unit[], at: number, lexicon: Lexicon): Phrase | null {
  for (let back = at - 1; back >= Math.max(0, at - 6); back--) {
    const { lower, pos } = units[back] as Unit;
    if (lexicon.speakers.making.has(lower))
      return subjectBefore(units, 0, auxiliaries(units, back), lexicon.speakers);
    if (!/^(ADJ|NOUN|ADV|NUM|DET)$/.test(pos)) return null;
  }
  return null;
}

/**
 *     She was confident that taxes would fall.
 *             ^^^^^^^^^ cue
 */
function readState(units: readonly Unit[], at: number, lexicon: Lexicon): Phrased | null {
  const cue = option(units, at, "adjective", lexicon);
  if (!cue || units[at + 1]?.lower !== "that") return null;
  const verb = auxiliaries(units, at);
  if (verb === at) return null;
  const source = subjectBefore(units, 0, verb, lexicon.speakers);
  if (!source) return null;
  const only = source.to - source.from === 1 ? (units[source.from] as Unit).lower : "";
  if (lexicon.speakers.nobodyNamed.has(only) || only === "i") return null;
  const end = clauseEnd(units, at);
  return {
    ...plain,
    attitude: cue.attitude,
    source: [spanOf(units, source.from, source.to)],
    cue: [spanOf(units, verb, at + 1)],
    content: [contentSpan(units, at + 1, end)],
    rule: "state",
    from: source.from,
    to: end,
    cueEnd: at + 1,
  };
}

/**
 *     Minister: taxes to fall     Taxes to fall - minister     Taxes to fall, minister claims
 *     ^^^^^^^^ source                             ^^^^^^^^                    ^^^^^^^^
 */
function readTitle(stretch: Stretch, lexicon: Lexicon): Placed | null {
  const { units } = stretch;
  if (!stretch.headline || stretch.paragraph > 1) return null;
  return speakerFirst(units, lexicon) ?? speakerLast(units, lexicon);
}

/** Longest speaker before the colon of a title or at its end, in words. */
const longestTitled = 5;

function speakerFirst(units: readonly Unit[], lexicon: Lexicon): Placed | null {
  const colon = units.findIndex((unit) => unit.lower === ":");
  if (colon < 1 || colon > longestTitled || colon === units.length - 1) return null;
  const told = units
    .slice(colon + 1)
    .some((unit) => unit.pos === "VERB" || unit.pos === "AUX" || unit.quote);
  if (!told || phraseFrom(units, 0, colon, lexicon.speakers)?.to !== colon) return null;
  if (!canSpeak(units, 0, colon, lexicon)) return null;
  return titled(units, [0, colon], [colon, colon + 1], [colon + 1, units.length], "title-colon");
}

/** Fewest words that a title tells before its speaker. */
const leastTold = 3;

function speakerLast(units: readonly Unit[], lexicon: Lexicon): Placed | null {
  const end = units.at(-1)?.lower === "." ? units.length - 1 : units.length;
  for (let at = end - 2; at >= leastTold && at >= end - longestTitled - 2; at--) {
    const mark = (units[at] as Unit).lower;
    if (!/^[-–—:,]$/.test(mark)) continue;
    const last = lexicon.cues.get((units[end - 1] as Unit).lower) ?? [];
    const cue = last.some(
      ({ form, options }) =>
        /^(?:present|base)$/.test(form) &&
        options.some(({ part, takes }) => part === "verb" && takes.includes("clause")),
    );
    const to = cue ? end - 1 : end;
    if (mark === "," ? !cue : cue) return null;
    if (to <= at + 1 || phraseFrom(units, at + 1, to, lexicon.speakers)?.to !== to) return null;
    if (!canSpeak(units, at + 1, to, lexicon)) return null;
    return titled(units, [at + 1, to], cue ? [to, end] : [at, at + 1], [0, at], "title-end");
  }
  return null;
}

type Range = readonly [from: number, to: number];

function titled(
  units: readonly Unit[],
  source: Range,
  cue: Range,
  content: Range,
  rule: string,
): Placed {
  return {
    ...plain,
    source: [spanOf(units, ...source)],
    cue: [spanOf(units, ...cue)],
    content: [contentSpan(units, ...content)],
    rule,
    from: 0,
    to: units.length,
  };
}

/**
 * True where words of a title can name who says the rest: an office, a body, a document, or a name
 * that is no place. Else they are a topic ("Party invoice: …", "In Tolby: …").
 */
function canSpeak(
  units: readonly Unit[],
  from: number,
  to: number,
  { speakers, people, references }: Lexicon,
): boolean {
  const { lower, name } = units[to - 1] as Unit;
  if (name === 1 || speakers.outlet.has(lower)) return true;
  if (name > 1) return units.slice(from, to - 1).some((unit) => unit.name === 1);
  return (
    people.has(lower) ||
    speakers.person.has(lower) ||
    speakers.body.has(lower) ||
    speakers.outletWord.has(lower) ||
    references.given.has(lower)
  );
}
