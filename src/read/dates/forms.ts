import type { Sense } from "../../lexicon/senses.ts";
import { createTraits } from "../../lexicon/traits.ts";

/** What some word of a sentence must hold before a form is looked for. */
const needs = [
  "month",
  "year",
  "tens",
  "season",
  "weekday",
  "decade",
  "century",
  "unit",
  "near",
  "between",
  "short",
  "shown",
  "edge",
  "way",
  "away",
  "digit",
] as const;

type Need = (typeof needs)[number];

/** One way to write a date; the named groups say which part is which. */
export type Form = {
  readonly rule: string;
  /** The bits of all that it needs. */
  readonly needs: number;
  readonly pattern: RegExp;
};

export type DateForms = {
  readonly forms: readonly Form[];
  /** What of all that the forms need each token holds; bits to be joined by `|`. */
  readonly present: ReturnType<typeof createTraits>;
};

/** Of these, the ones before "shown", each form needs one: a sentence without them holds no date. */
export const anyForm = (1 << needs.indexOf("shown")) - 1;

const wholeNames = new Set(["may", "june", "july"]);

/**
 * The forms of a date in English, for text made plain. Every repetition is bounded, so that each
 * pattern runs in linear time.
 */
export function dateForms(calendar: ReadonlyMap<string, Sense>): DateForms {
  const words = (kind: string) =>
    [...calendar]
      .filter(([, sense]) => sense.of === kind)
      .map(([word]) => word)
      .sort((a, b) => b.length - a.length);
  // Short forms may end in a full stop; a full name leaves it to the sentence.
  const month = `(?:(?:${words("month")
    .map((word) => (word.length <= 4 && !wholeNames.has(word) ? `${word}\\.?` : word))
    .join("|")})(?![\\p{L}\\d]))`;
  const weekday = `(?:${words("weekday")
    .filter((word) => word.endsWith("day"))
    .join("|")})`;
  const season = `(?:${words("season").join("|")})`;
  const decade = `(?:${words("decade").join("|")})`;
  const century = `(?:${words("century").join("|")})`;
  const day = "(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?";
  const year = "(?:1\\d|20)\\d{2}(?![,.]?\\d|%|['’]?s(?![\\p{L}]))";
  const dash = "(?:\\s?[-–—]\\s?|\\s{1,2}(?:to|until|till|through)\\s{1,2}(?:the\\s)?)";
  const and = "\\s{1,2}and\\s{1,2}(?:the\\s)?";
  const between = "(?<=between\\s{1,4}(?:the\\s)?)";
  const y1 = `(?:,?\\s{1,4}(?<y1>${year}),?)?`;
  const part =
    "(?:(?<part>early|mid|late)[-\\s]{1,4}(?:(?:in|of|the)\\s{1,4}){0,2}|(?<edge>beginning|start|middle|end)\\s{1,2}of\\s{1,4}(?:the\\s{1,4})?)";
  const tail =
    "(?:\\s{0,4},?\\s{1,8}(?:of\\s{1,4})?(?:(?<y>" +
    year +
    ")|(?<told>last|this|that|next|the\\s(?:same|following|previous|next))\\s{1,2}year))?";
  const way = "(?<way>following|next|subsequent|previous|preceding|same)";
  const form = (rule: string, needed: Need | readonly Need[], source: string): Form => ({
    rule,
    needs: [needed].flat().reduce((bits, need) => bits | (1 << needs.indexOf(need)), 0),
    pattern: new RegExp(`(?<![\\p{L}\\d$€£/.#@-])(?:${source})(?![\\p{L}\\d])`, "giu"),
  });
  // The ranges, once for each way to join their ends: "and" makes one only after "between".
  const dayMonths = (join: string) =>
    `(?<d>${day})(?:\\s{1,4}(?:of\\s{1,4})?(?<m>${month})${y1})?${join}(?<d2>${day})\\s{1,4}(?:of\\s{1,4})?(?<m2>${month})${tail}`;
  const monthDays = (join: string) =>
    `(?<m>${month})\\s{1,4}(?<d>${day})${y1}${join}(?:(?<m2>${month})\\s{1,4})?(?<d2>${day})(?![\\d:%]|,\\d|\\s{1,4}[\\p{Ll}]{4})${tail}`;
  const months = (join: string) => `(?<m>${month})${y1}${join}(?<m2>${month})${tail}`;
  const years = (join: string) => `(?<y>${year})${join}(?<y2>${year})`;
  const partOfDay = "day|night|morning|afternoon|evening";
  const forms = [
    form(
      "iso",
      "year",
      "(?<y>[12]\\d{3})-(?<mn>\\d{2})-(?<d>\\d{2})(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?",
    ),
    form("numeric", "year", "(?<a>\\d{1,2})(?<sep>[./])(?<b>\\d{1,2})\\k<sep>(?<y>[12]\\d{3})"),
    form("day-month-range", ["month", "digit"], dayMonths(`(?:${dash}|${and})`)),
    form("month-day-range", ["month", "digit"], monthDays(dash)),
    form("month-day-range", ["between", "month"], between + monthDays(and)),
    form(
      "day-month",
      ["month", "digit"],
      `(?:${weekday},?\\s{1,4})?(?<d>${day})(?:\\s{1,4}of)?[-\\s]{1,4}(?<m>${month})-?${tail}`,
    ),
    form(
      "month-day",
      ["month", "digit"],
      `(?:${weekday},?\\s{1,4})?(?<m>${month})\\s{1,4}(?<d>${day})(?![\\d:%]|[,.]\\d)${tail}`,
    ),
    form("month-range", "month", months(dash)),
    form("month-range", ["between", "month"], between + months(and)),
    form("month", "month", `(?:${part})?(?<m>${month})${tail}`),
    form("decade", "year", `(?:${part})?(?<dec>(?:1\\d|20)\\d0)['’]?s`),
    form("decade-short", "tens", `(?:${part})?['’‘](?<dec2>\\d0)s`),
    form("decade-word", "decade", `(?:${part}|the\\s{1,4})(?<decw>${decade})`),
    form(
      "century",
      "century",
      `(?:${part})?(?:(?<cen>\\d{1,2})(?:st|nd|rd|th)|(?<cenw>${century}))[-\\s]{1,2}century`,
    ),
    form(
      "century-near",
      ["century", "shown"],
      "(?:the\\s)?(?<near>this|last|previous|next)\\s{1,4}century",
    ),
    form(
      "turn",
      ["century", "edge"],
      `turn\\sof\\sthe\\s(?:(?<mil>millennium)|(?:(?<cen>\\d{1,2})(?:st|nd|rd|th)|(?<cenw>${century}))\\scentury)`,
    ),
    form(
      "season-year",
      ["season", "year"],
      `(?<season>${season})(?:\\s{1,4}(?:of\\s{1,4})?|,\\s{1,4})(?<y>${year})`,
    ),
    form(
      "season-told",
      ["season", "unit"],
      `(?<season>${season})\\s{1,4}of\\s{1,4}(?:the\\s{1,4}${way}|that|(?<near>this|last|next))\\s{1,4}year`,
    ),
    form(
      "season-near",
      ["season", "shown"],
      `(?<near>this|last|next|past)\\s{1,4}(?<season>${season})`,
    ),
    form("year-range", "year", years(dash)),
    form("year-range", "year", `(?<y>${year})(?:\\s?[-–—]\\s?|/)(?<y2>\\d{2}(?![\\d%]))`),
    form("year-range", ["between", "year"], between + years(and)),
    form(
      "year-piece",
      ["year", "edge"],
      `(?<nth>first|second|third|fourth|final|last)\\s{1,4}(?<piece>quarter|half)\\s{1,4}of\\s{1,4}(?<y>${year})`,
    ),
    form(
      "fiscal",
      ["year", "edge"],
      `(?:(?:fiscal|financial)\\s{1,4}(?:year\\s{1,4})?|fy\\s?)(?<y>${year})`,
    ),
    form("year", "year", `(?:${part})?(?<y>${year})`),
    form("year-short", "short", "['’‘](?<y>\\d{2})"),
    form(
      "unit-near",
      ["unit", "shown"],
      "(?:(?:earlier|later|(?<part>early|late))\\s{1,4})?(?<near>this|last|next)\\s{1,4}(?<unit>week|month|year)",
    ),
    form(
      "unit-edge",
      ["unit", "edge"],
      "(?<edge>beginning|start|middle|end)\\sof\\s(?<near>this|last|next|the|that)\\s(?<unit>month|year)",
    ),
    form(
      "unit-told",
      ["unit", "way"],
      `(?:the|that)\\s{1,4}(?:very\\s{1,4})?${way}\\s{1,4}(?<unit>${partOfDay}|week|month|year)`,
    ),
    form(
      "unit-that",
      ["unit", "way"],
      `(?:(?:earlier|later)\\s{1,4})?that\\s{1,4}(?<unit>${partOfDay}|month|year)`,
    ),
    form(
      "unit-beside",
      ["unit", "away"],
      `the\\s{1,4}(?<unit>${partOfDay}|week|month|year)\\s{1,4}(?<way>before|after)`,
    ),
    form(
      "unit-away",
      ["unit", "away"],
      "(?<n>\\d{1,3}|\\p{L}{1,9})\\s{1,4}(?<unit>day|week|fortnight|month|year|decade|centur(?:y|ie))s?\\s{1,4}(?<dir>ago|later|earlier|before)",
    ),
    form(
      "unit-time",
      ["unit", "away"],
      "in\\s{1,4}(?<n>\\d{1,3}|\\p{L}{1,9})\\s{1,4}(?<unit>day|week|month|year)s?['’]?s?\\s{1,4}time",
    ),
    form(
      "day-near",
      "near",
      "the\\sday\\sbefore\\syesterday|the\\sday\\safter\\stomorrow|yesterday|today|tomorrow|tonight|this\\s{1,4}(?:morning|afternoon|evening)|last\\s{1,4}night",
    ),
    form("overnight", "near", "overnight"),
    form("weekend", "near", "(?<near>this|last|next|past|the)\\s{1,4}weekend"),
    form("weekday", "weekday", `(?:(?<near>last|next|this|past)\\s{1,4})?(?<wd>${weekday})`),
  ];
  const whole = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "u");
  const tests: Record<Need, RegExp> = {
    month: whole(words("month").join("|")),
    year: /[12]\d{3}/,
    tens: /\d0s/,
    season: whole(season),
    weekday: whole(weekday),
    decade: whole(decade),
    century: whole("century|millennium"),
    unit: whole(
      "(?:week|fortnight|month|year|decade|day)s?|night|morning|afternoon|evening|century",
    ),
    near: whole(
      "yesterday|to(?:day|morrow|night)|morning|afternoon|evening|night|overnight|weekend",
    ),
    between: whole("between"),
    short: /^['’‘]?\d{2}$/,
    shown: whole("this|last|next|past|previous"),
    edge: whole("beginning|start|middle|end|turn|quarter|half|fiscal|financial|fy"),
    way: whole("following|next|subsequent|previous|preceding|same|that"),
    away: whole("ago|later|earlier|before|after|time"),
    digit: /^\d{1,2}(?!\d)/,
  };
  const present = createTraits(needs.map((need) => (word) => tests[need].test(word)));
  return { forms, present };
}
