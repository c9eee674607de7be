import { attributionRules } from "./attribution/rules.ts";
import { datesRules } from "./dates/rules.ts";
import type { Rule, Rules } from "./explanation.ts";
import { figuresRules } from "./figures/rules.ts";
import { namesRules } from "./names/rules.ts";
import { noiseRules } from "./noise/rules.ts";
import { quotesRules } from "./quotes/rules.ts";
import type { Readings } from "./readings.ts";
import { referencesRules } from "./references/rules.ts";
import { voicesRules } from "./voices/rules.ts";
import { wordingRules } from "./wording/rules.ts";

/** The kinds of readings that rules make. */
export type Explained = Exclude<keyof Readings, "language" | "paragraphs" | "sentences">;

/** The catalogue: every rule of every room, by the kind of reading that it makes. */
export const rules: { readonly [K in Explained]: Rules } = {
  attributions: attributionRules,
  figures: figuresRules,
  dates: datesRules,
  references: referencesRules,
  mentions: namesRules,
  wording: wordingRules,
  scareQuotes: quotesRules,
  voices: voicesRules,
  noise: noiseRules,
};

/**
 * The rule with an id. What stands after the first stroke may be a star in the catalogue (a pack's
 * name), and `a+b` is two rules that agree. Undefined when the catalogue lacks it.
 */
export function ruleOf(kind: Explained, id: string): Rule | undefined {
  const known = rules[kind];
  const one = known[id] ?? known[id.replace(/\/[^/]+/, "/*")];
  if (one || !id.includes("+")) return one;
  const parts = id.split("+").map((part) => known[part]);
  const both = parts.flatMap((part) => part ?? []);
  if (both.length < parts.length) return undefined;
  return { says: both.map(({ says }) => says).join(" "), example: both[0]?.example ?? "" };
}
