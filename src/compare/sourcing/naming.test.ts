import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createNaming } from "./naming.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const nameOf = createNaming(lexicon);

/** The words before "|" are the source, at the place where they stand in the sentence. */
const told = (sentence: string, more: { sourceName?: string | null; rule?: string } = {}) => {
  const text = sentence.replace(/[[\]]/g, "");
  const start = sentence.indexOf("[");
  const end = sentence.indexOf("]") - 1;
  const sourceName = start < 0 ? null : text.slice(start, end);
  const reading = {
    kind: "indirect",
    attitude: "states",
    source: start < 0 ? [] : [{ start, end }],
    cue: [],
    content: [],
    via: [],
    sourceName,
    sourceInferred: more.sourceName !== undefined,
    distancing: false,
    negated: false,
    rule: "test",
    score01: null,
    ...more,
  } as const;
  return nameOf({ sentence: { start: 0, end: text.length, text }, reading });
};

test.each([
  "[Mared Quint] said so.",
  "The harbour will close, [spokeswoman Mared Quint] said.",
  "[The Minister of Harbours, Mared Quint,] said so.",
  "[Mared Quint and two aides] said so.",
  "[Corvandia] denied it.",
  "[The Ministry of the Sea] denied it.",
  "[The government of Hesk] denied it.",
  "Nothing was found, [the Tolby police] said.",
  "Nothing was found, [the Tarn Post newspaper] wrote.",
  "[Resolution 502] asks both sides to withdraw.",
  "[American rapper Cardo B] said so.",
  "[eBank] said so.",
])("%s has a name", (sentence) => {
  expect(told(sentence)).toBe("named");
});

test.each([
  "It is said to be true.",
  "It was late, [officials] said.",
  "[Officials] said it was late.",
  "[Survivors] said it was late.",
  "[Police] said it was late.",
  "[Five survivors] said it was late.",
  "It was late, [Corvandian officials] said.",
  "It was late, [a Corvandian spokesman] said.",
  "It was late, [a spokesman for the Ministry of the Sea] said.",
  "It was late, [two families in Tolby] said.",
  "[Residents of Tolby] said it was late.",
  "[A group of Hesk sailors] said it was late.",
  "It was late, [Quint’s lawyer] said.",
  "It was late, [a report by the Tarn Institute] found.",
  "It was late, [our ministry] says.",
  "[Critics] said it was late.",
  "[Experts] said it was late.",
  "[Observers] said it was late.",
  "[Sources] said it was late.",
  "[Rescuers] said it was late.",
  "“It was late.” [Witnesses] said no more.",
])("%s has none", (sentence) => {
  expect(told(sentence)).toBe("unnamed");
});

test.each(["[She] said so.", "It was late, [they] said.", "[We] say so."])(
  "%s is left open",
  (sentence) => {
    expect(told(sentence)).toBe("open");
  },
);

test("a pronoun of which it was read whom it means has that one's name", () => {
  expect(told("[She] said so.", { sourceName: "Mared Quint" })).toBe("named");
  expect(told("[She] said so.", { sourceName: "the mayor of Tolby" })).toBe("unnamed");
});

test("who writes in a thread goes by the name chosen there", () => {
  expect(told("[saltmarsh]: it was late.", { rule: "turn" })).toBe("named");
});
