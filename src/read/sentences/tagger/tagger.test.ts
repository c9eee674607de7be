import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTagger } from "./tagger.ts";

const require = createRequire(import.meta.url);
type Tokens = { out(what: unknown): string[] };
type Wink = { readDoc(text: string): { tokens(): Tokens }; its: { value: unknown; pos: unknown } };

/** wink-nlp as it is before it has read anything. */
function freshWink(): Wink {
  const create = require("wink-nlp") as (model: unknown, pipe: readonly string[]) => Wink;
  return create(require("wink-eng-lite-web-model"), ["pos"]);
}

const tagger = createTagger();
function ours(text: string): string[] {
  const { length, pieces, tags } = tagger.tag(text);
  return Array.from(
    { length },
    (_, at) => `${pieces[at]?.lexeme.word}/${tagger.partsOfSpeech[tags[at] ?? 0]}`,
  );
}
function winks(wink: Wink, text: string): string[] {
  const tokens = wink.readDoc(text).tokens();
  const tags = tokens.out(wink.its.pos);
  return tokens.out(wink.its.value).map((value, at) => `${value}/${tags[at]}`);
}

const texts = [
  "The mayor of Smith said that she couldn't have known it'd rain, but it did.",
  "He will book a flight; the book was a light read and they read it lightly.",
  "“No,” she said – “I won’t leave (not now), let alone the day after.”",
  "Losses ran to $1.5bn, 12% up on the 1980s, by 5:30 p.m. on the 3rd; see www.example.org.",
  "Write to desk@example.org or @desk, #harbour :) at once!",
  "The co-owner's well-being, the long-drawn-out anti-toll march and the U.S. envoy's visit.",
  "let record show that to plant a plant is to plant, like the like of it",
  "The\ttoll rose to\u00a012,000\u2009people… ‘so’ they say ―",
];

describe("the tagger gives what wink-nlp gives for a text that it reads first", () => {
  const wink = freshWink();
  test.each(texts)("%s", (text) => {
    expect(ours(text)).toEqual(winks(wink, text));
  });
});

test("words in any order are tagged as wink-nlp tags them", () => {
  const wink = freshWink();
  const words = [...new Set(texts.flatMap((text) => text.split(/\s+/)))].filter(
    // wink-nlp remembers what it has cut these into, and cuts others alike from then on.
    (word) => /^[a-z]+[,.;]?$/i.test(word),
  );
  const sentences = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(sentences, (list) => {
      expect(ours(list.join(" "))).toEqual(winks(wink, list.join(" ")));
    }),
    { numRuns: 200 },
  );
});

test("what was read before leaves no trace", () => {
  const read = createTagger();
  const tagged = (text: string) => {
    const { length, pieces, tags } = read.tag(text);
    return Array.from({ length }, (_, at) => [pieces[at]?.lexeme.word, tags[at]]);
  };
  const text = "Orlo’s dam broke.";
  const before = tagged(text);
  // wink-nlp would take "Orlo’s" for one word from here on.
  read.tag("She saw Orlo’s/54 dams. Orlo’s");
  expect(tagged(text)).toEqual(before);
  expect(before.map(([word]) => word)).toEqual(["Orlo", "’s", "dam", "broke", "."]);
});
