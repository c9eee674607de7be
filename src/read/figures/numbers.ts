import type { Span } from "../../document/span.ts";
import type { Sense } from "../../lexicon/senses.ts";
import type { Token } from "../sentences/prose.ts";

/** A number as written, before it is known what it counts. */
export type Numeral = Span & {
  /** Null for a vague word or a range. */
  readonly value: number | null;
  readonly range: readonly [number, number] | null;
  /** The sign of money that stands before it. */
  readonly sign: string | null;
  readonly form: "digits" | "words" | "vague" | "fraction" | "range";
  /** Written with "million" and the like, or with grouped digits. */
  readonly scaled: boolean;
};

/** Above this a run of digits is an identifier, not a count. */
const largest = 1e15;

/**
 * Makes the function that finds the numbers in `plain[span]`, whose tokens these are, from left to
 * right.
 */
export function createNumberReader(
  numerals: ReadonlyMap<string, Sense>,
  measures: ReadonlyMap<string, Sense>,
  people: ReadonlySet<string>,
): (plain: string, span: Span, tokens: readonly Token[]) => Numeral[] {
  const words = (kinds: readonly string[]) =>
    [...numerals].filter(([, { of }]) => kinds.includes(of ?? "")).map(([word]) => word);
  const scale = words(["scale"]).join("|");
  const suffix = words(["suffix"]).join("|");
  const signs = [...measures]
    .filter(
      ([word, { of }]) => of === "money" && /^(?:[a-z]{0,2}\p{Sc}|[a-z]{3}|rs\.?)$/u.test(word),
    )
    .map(([word]) => word.replace(/[$.]/, "\\$&"))
    .sort((a, b) => b.length - a.length)
    .join("|");
  const digits = new RegExp(
    `(?<![\\p{L}\\d_#@¤]|[\\d:][.,:/]|[\\s(]\\.|[\\p{L}]-)(?<sign>${signs})?\\s?(?<number>(?:\\d{1,3} ?)?[½¼¾⅓⅔]|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)|\\d{1,3}(?:(?:,\\d{3})+(?:\\.\\d{1,6})?|(?:[’' ]\\d{3})+|(?:\\.\\d{3}){2,})(?![\\d])|\\d{1,16}(?:\\.\\d{1,6})?)(?!\\d|[:/]\\d|[.,]\\d)(?:(?<suffix>${suffix})(?![\\p{L}\\d])|[\\s-]{0,2}(?<scale>${scale})(?!\\p{L}))?`,
    "giu",
  );
  return (plain, span, tokens) => {
    const found = readDigits(plain, span, digits, numerals, people);
    const written = found.length;
    readWords(plain, tokens, numerals, found);
    if (written > 0 && found.length > written) found.sort((a, b) => a.start - b.start);
    return found.length > 1 ? joinRanges(plain, found) : found;
  };
}

/** Makes the test whether a word of a text, in lower case, may be a number or a part of one. */
export function createNumberTest(numerals: ReadonlyMap<string, Sense>): (word: string) => boolean {
  const anyWord = new RegExp(
    `(?<![\\p{L}\\d])(?:${[...numerals.keys()].join("|")})(?!\\p{L})`,
    "iu",
  );
  return (word) => anyDigit.test(word) || anyWord.test(word);
}

const anyDigit = /[\d½¼¾⅓⅔]/;

/** Longest sign of money before a number, with its space, in characters. */
const longestSign = 5;

function readDigits(
  plain: string,
  span: Span,
  pattern: RegExp,
  numerals: ReadonlyMap<string, Sense>,
  people: ReadonlySet<string>,
): Numeral[] {
  const found: Numeral[] = [];
  const text = plain.slice(span.start, span.end);
  for (let from = 0; ; ) {
    // On from digit to digit: the pattern is slow where there is none.
    const digit = text.slice(from).search(anyDigit);
    if (digit < 0) break;
    pattern.lastIndex = Math.max(from, from + digit - longestSign);
    const match = pattern.exec(text);
    if (!match) break;
    from = match.index + match[0].length;
    const { sign, number = "", suffix, scale } = match.groups ?? {};
    // "5m" is five million only of money and of people; "m" alone is metres.
    const letter = suffix?.toLowerCase();
    if (
      letter !== undefined &&
      letter !== "k" &&
      letter !== "mn" &&
      sign === undefined &&
      !people.has(/^\s(\p{L}{2,20})/u.exec(text.slice(from, from + 24))?.[1]?.toLowerCase() ?? "")
    )
      continue;
    const plain = /\.\d{3}\./.test(number) ? number.replaceAll(".", "") : number;
    const times = numerals.get((scale ?? letter ?? "").toLowerCase())?.as;
    const value = round(numberOf(plain.replace(/[,’' ]/g, "")) * Number(times ?? 1));
    if (value > largest) continue;
    const start = match.index + match[0].length - match[0].trimStart().length;
    found.push({
      start: span.start + start,
      end: span.start + from,
      value,
      range: null,
      sign: sign?.toLowerCase() ?? null,
      form: "digits",
      scaled: times !== undefined || plain.includes(","),
    });
  }
  return found;
}

const signedParts: ReadonlyMap<string, number> = new Map([
  ["½", 1 / 2],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
]);

/** "1250", "2.5" and "1½" as numbers. */
function numberOf(digits: string): number {
  const part = signedParts.get(digits.slice(-1));
  return part === undefined ? Number(digits) : Number(digits.slice(0, -1)) + part;
}

/** Products such as 1.1 × 1,000,000 without the dust of floating point. */
function round(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/**
 * Numbers in words.
 *
 *     two and a half million     hundreds of thousands     one hundred and five     half a dozen
 */
function readWords(
  plain: string,
  tokens: readonly Token[],
  numerals: ReadonlyMap<string, Sense>,
  found: Numeral[],
): void {
  let words: Token[] | undefined;
  let word = 0;
  let digits = 0;
  const written = found.length;
  for (let first = 0; first < tokens.length; first++) {
    const { lower, start } = tokens[first] as Token;
    // "a million", "an eighth": an article alone is no number.
    const article = lower === "a" || lower === "an";
    if (!numerals.has(article ? (tokens[first + 1]?.lower ?? "") : lower)) continue;
    while (digits < written && (found[digits] as Numeral).end <= start) digits++;
    if (digits < written && (found[digits] as Numeral).start <= start) continue;
    words ??= tokens.filter((token) => !hyphens.has(token.lower));
    while ((words[word] as Token).start < start) word++;
    const run = readRun(plain, words, word, numerals);
    if (!run) continue;
    if (isCountable(run.numeral)) found.push(run.numeral);
    while (first + 1 < tokens.length && (tokens[first + 1] as Token).start < run.numeral.end)
      first++;
  }
}

/** A run of "two hundred and" without an end is no number. */
function isCountable({ value, range }: Numeral): boolean {
  return (value ?? 0) <= largest && (range?.[1] ?? 0) <= largest;
}

const hyphens = new Set(["-", "‑"]);

/** True where only white space or a hyphen parts the two words. */
function adjoin(text: string, a: Token | undefined, b: Token | undefined): boolean {
  return (
    a !== undefined && b !== undefined && /^(?:\s{1,4}|[-‑])$/.test(text.slice(a.end, b.start))
  );
}

function readRun(
  text: string,
  words: readonly Token[],
  from: number,
  numerals: ReadonlyMap<string, Sense>,
): { numeral: Numeral; next: number } | undefined {
  const first = words[from] as Token;
  const senseOf = (index: number) => numerals.get(words[index]?.lower ?? "");
  const kind = (index: number) =>
    adjoin(text, words[index - 1], words[index]) ? senseOf(index)?.of : undefined;
  const is = (index: number, lower: string) =>
    adjoin(text, words[index - 1], words[index]) && words[index]?.lower === lower;
  const value = (index: number) => Number(senseOf(index)?.as);
  const make = (next: number, rest: Partial<Numeral> & Pick<Numeral, "form">) => ({
    numeral: {
      start: first.start,
      end: (words[next - 1] as Token).end,
      value: null,
      range: null,
      sign: null,
      scaled: false,
      ...rest,
    },
    next,
  });
  const article = first.lower === "a" || first.lower === "an";
  if (
    article &&
    (kind(from + 1) === "few"
      ? kind(from + 2) !== "scale" && !(is(from + 2, "of") && kind(from + 3) === "scale")
      : kind(from + 1) !== "scale" && kind(from + 1) !== "part")
  )
    return undefined;
  if (article && kind(from + 1) === "scale" && words[from + 1]?.lower === "score") return undefined;
  let at = article ? from + 1 : from;
  const firstKind = senseOf(at)?.of;
  if (firstKind === "vague" || firstKind === "few") {
    const [low = 0, high = 0] = (senseOf(at)?.as ?? "").split("/").map(Number);
    let times = 1;
    at++;
    // "a couple of hundred"
    if (firstKind === "few" && is(at, "of") && kind(at + 1) === "scale") at++;
    while (kind(at) === "scale") times *= value(at++);
    if (firstKind === "few") {
      return times > 1
        ? make(at, { form: "vague", range: [low * times, high * times], scaled: true })
        : undefined;
    }
    if (!is(at, "of")) {
      const bare = first.lower === "scores" || first.lower === "tens";
      return bare ? undefined : make(at, { form: "vague", range: [low, high] });
    }
    const inner = senseOf(at + 1);
    if (inner?.of === "vague" && adjoin(text, words[at], words[at + 1])) {
      // "tens of thousands": the first word multiplies one of the second.
      const unit = Number(inner.as.split("/")[0]) / 2;
      return make(at + 2, {
        form: "vague",
        range: [low * unit, (high + 1) * unit - 1],
        scaled: true,
      });
    }
    return make(at, { form: "vague", range: [low, high] });
  }
  if (firstKind === "both") return make(at + 1, { form: "words", value: value(at) });
  if (firstKind === "part") {
    const part = value(at);
    // "half a million", "a half million", "a quarter of a million"
    const before = is(at + 1, "of") && is(at + 2, "a") ? at + 2 : is(at + 1, "a") ? at + 1 : at;
    const next = before + 1;
    if (kind(next) === "scale" && (article || first.lower === "half"))
      return make(next + 1, { form: "words", value: round(part * value(next)), scaled: true });
    const share = article
      ? is(at + 1, "of")
      : first.lower === "half" && (is(at + 1, "of") || is(at + 1, "the"));
    return share ? make(at + 1, { form: "fraction", value: percentOf(part) }) : undefined;
  }
  let total = 0;
  let current = 0;
  let scale = 1;
  let last = "";
  let scaled = false;
  for (;;) {
    const of = at === from ? firstKind : kind(at);
    const add = value(at);
    if (of === "unit" && (last === "" || last === "scale" || (last === "tens" && add < 10)))
      current += add;
    else if (of === "tens" && (last === "" || last === "scale")) current += add;
    else if (of === "scale" && (last !== "" || article)) {
      if (add < 1000) current = (current || 1) * add;
      else {
        total += (current || 1) * add;
        current = 0;
      }
      scale = add;
      scaled ||= add > 20;
    } else if (
      is(at, "and") &&
      last === "scale" &&
      (kind(at + 1) === "unit" || kind(at + 1) === "tens")
    ) {
      at++;
      continue;
    } else if (is(at, "and") && is(at + 1, "a") && kind(at + 2) === "part" && last !== "") {
      // "two and a half million", "a million and a half"
      current += value(at + 2) * (last === "scale" && scale >= 1000 ? scale : 1);
      at += 3;
      last = "part";
      continue;
    } else if (
      of === "part" &&
      last === "unit" &&
      total === 0 &&
      (current === 1 || words[at]?.lower !== "half")
    ) {
      // "two thirds", "one fifth of"; "one third party" is none.
      // "three quarters of a million"
      if (is(at + 1, "of") && is(at + 2, "a") && kind(at + 3) === "scale" && value(at + 3) >= 1000)
        return make(at + 4, {
          form: "words",
          value: round(current * add * value(at + 3)),
          scaled: true,
        });
      if (!words[at]?.lower.endsWith("s") && !is(at + 1, "of") && !is(at + 1, "the")) break;
      return make(at + 1, { form: "fraction", value: percentOf(current * add) });
    } else break;
    last = of ?? "";
    at++;
  }
  if (last === "") return undefined;
  return make(at, { form: "words", value: round(total + current), scaled });
}

/** A fraction as a percentage with one decimal: two thirds is 66.7. */
function percentOf(part: number): number {
  return Math.round(part * 1000) / 10;
}

/**
 * Joins the two ends of a range. What stands between tells: "20-30", "10 to 12", "five or six",
 * "between 20 and 30"; the lower number comes first.
 */
function joinRanges(text: string, numerals: readonly Numeral[]): Numeral[] {
  const joined: Numeral[] = [];
  for (let at = 0; at < numerals.length; at++) {
    const low = numerals[at] as Numeral;
    const high = numerals[at + 1];
    const share = high ? shareOf(text, low, high) : undefined;
    if (high && share !== undefined) {
      joined.push({ ...low, end: high.end, value: share, form: "fraction" });
      at++;
      continue;
    }
    const range = high ? rangeOf(text, low, high) : undefined;
    if (!high || !range) {
      joined.push(low);
      continue;
    }
    joined.push({
      start: low.start,
      end: high.end,
      value: null,
      range,
      sign: low.sign ?? high.sign,
      form: "range",
      scaled: low.scaled || high.scaled,
    });
    at++;
  }
  return joined;
}

function rangeOf(text: string, a: Numeral, b: Numeral): readonly [number, number] | undefined {
  if (a.value === null || b.value === null) return undefined;
  const between = text.slice(a.end, b.start);
  const dash = /^%?\s?[-–—]\s?$/.test(between);
  const to = /^\s{1,4}(?:to|or)\s{1,4}$/i.test(between);
  // "rose from nine to twelve": two numbers, one after the other.
  if (to && changed.test(text.slice(Math.max(0, a.start - 48), a.start))) return undefined;
  const and =
    /^\s{1,4}and\s{1,4}$/i.test(between) &&
    /\bbetween\s{1,4}$/i.test(text.slice(Math.max(0, a.start - 16), a.start));
  if (!dash && !to && !and) return undefined;
  // "1 to 2 million": the scale of the second counts for both.
  const factor = b.scaled && !a.scaled && a.value < 1000 && b.value >= 1000 ? scaleOf(b.value) : 1;
  const low = a.value * factor;
  if (low >= b.value) return undefined;
  return [low, b.value];
}

const changed =
  /\b(?:r[ai]se[ns]?|rose|rising|risen|f[ae]ll(?:en|s|ing)?|climb(?:s|ed|ing)?|gr[eo]wn?|grows|growing|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|jump(?:s|ed|ing)?|went|cut|revised|raised|lowered|up|down|reduced|doubled|moved|slid|shr[aiu]nk) from\s{1,3}$/i;

/** What stands "one in" and is no share: a length of time. */
const lengths = /^\s{1,3}(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?)\b/i;

/** "One in five voters", "three in every ten": the share in percent. */
function shareOf(text: string, a: Numeral, b: Numeral): number | undefined {
  if (a.value === null || b.value === null || a.sign !== null || b.sign !== null) return undefined;
  if (a.value < 1 || a.value >= b.value || b.value > 1000 || a.value > 99) return undefined;
  const between = /^\s{1,3}in\s{1,3}(every\s{1,3})?$/i.exec(text.slice(a.end, b.start));
  if (!between) return undefined;
  // "Vell One in three steps": a name.
  if (/\p{Lu}\p{L}*\s\p{Lu}$/u.test(text.slice(Math.max(0, a.start - 12), a.start + 1)))
    return undefined;
  const after = text.slice(b.end, b.end + 16);
  // "two in 12 boats" may count; "three in ten boats" tells a share.
  const usual = a.value === 1 || between[1] !== undefined || b.value % 5 === 0;
  return usual && /^\s\p{L}/u.test(after) && !lengths.test(after)
    ? percentOf(a.value / b.value)
    : undefined;
}

function scaleOf(value: number): number {
  for (const scale of [1e12, 1e9, 1e6, 1e3]) if (value >= scale) return scale;
  return 1;
}
