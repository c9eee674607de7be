import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Chain } from "./chains.ts";

/** What tells of what sort a named body is, and for what sort a noun can stand. */
export type BodyWords = Pick<Lexicon, "names" | "references">;

export function bodyWords({ names, references }: Lexicon): BodyWords {
  return { names, references };
}

/**
 * Can the noun stand for a body by what it is alone, where nothing in the text calls it so? "Group"
 * and "company" can. Ministries, courts, armies, parties, unions and campaigns are many, and a text
 * that means one it has named says so by its name.
 */
export function isBodyNoun({ names }: BodyWords, noun: string): boolean {
  return (
    names.anyBodyNoun.has(noun) ||
    names.firmNoun.has(noun) ||
    names.outletNoun.has(noun) ||
    names.charityNoun.has(noun) ||
    names.associationNoun.has(noun)
  );
}

/** Can the noun stand for this one? */
export function canBe(words: BodyWords, noun: string, { forms }: Chain): boolean {
  const { names } = words;
  const sorts = new Set(forms.map((form) => sortOf(words, form.words, form.text)));
  const is = (sort: Sort) => sorts.has(sort);
  if (is("outlet")) return names.outletNoun.has(noun);
  if (is("state") || is("platform")) return false;
  if (names.associationNoun.has(noun))
    return forms.some((form) => form.words.some((word) => names.associationHead.has(word)));
  if (names.firmNoun.has(noun)) return !is("body") && !is("letters");
  return (names.anyBodyNoun.has(noun) || names.charityNoun.has(noun)) && !is("firm");
}

/** `letters`: an acronym that no list has; `open`: nothing tells it. */
type Sort = "state" | "outlet" | "platform" | "firm" | "body" | "letters" | "open";

function sortOf({ names, references }: BodyWords, words: readonly string[], text: string): Sort {
  const whole = words.join(" ");
  const last = words.at(-1) ?? "";
  if (references.platform.has(whole)) return "platform";
  if (references.media.has(whole) || references.media.has(`the ${whole}`)) return "outlet";
  if (names.alone.has(whole)) return "state";
  if (words.some((word) => names.stateBody.has(word))) return "state";
  if (words.length > 1 && references.head.has(last)) return "outlet";
  if (names.firmHead.has(last)) return "firm";
  if (words.some((word) => references.orghead.has(word) || names.organisationHead.has(word)))
    return "body";
  if (references.observer.has(whole)) return "body";
  return words.length === 1 && /^[\p{Lu}.]{2,}$/u.test(text) ? "letters" : "open";
}
