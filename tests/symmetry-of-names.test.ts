import { beforeAll, describe, expect, test } from "vitest";
import { type Difference, differences, type Kind } from "../evaluations/symmetry/compare.ts";
import { exchange, swapOf } from "../evaluations/symmetry/exchange.ts";
import { type Pair, pairs } from "../evaluations/symmetry/names.ts";
import { madeDocument, textsForEachPair, writeText } from "../evaluations/symmetry/texts.ts";
import { createReader } from "../src/read/read.ts";
import { lexicon } from "./support/folder.ts";

type Made = { readonly pair: Pair; readonly text: string; readonly found: readonly Difference[] };

let made: readonly Made[];
beforeAll(() => {
  const reader = createReader(lexicon);
  made = pairs.flatMap((pair, at) =>
    Array.from({ length: textsForEachPair }, (_, nth) => {
      const { kind, text } = writeText(pair, at * 100 + nth);
      const document = madeDocument(text, `${kind} ${at}.${nth}`);
      return { pair, text, ...differences(document, swapOf(pair), reader) };
    }),
  );
});

/** What is read differently of a kind: the names, and the readings without some of their fields. */
function different(kind: Kind, without: readonly string[] = [], of = (_: Made) => true): unknown[] {
  return made.filter(of).flatMap(({ pair, found }) => {
    const { only } = found.find((one) => one.kind === kind) ?? { only: [] };
    const readings = (side: "text" | "exchanged") =>
      only
        .filter((one) => one.of === side)
        .map(({ reading }) => left(JSON.parse(reading) as Record<string, unknown>, without))
        .sort();
    const [own, others] = [readings("text"), readings("exchanged")];
    return own.join() === others.join()
      ? []
      : [{ names: [pair.one[0], pair.other[0]], own, others }];
  });
}

function left(reading: Record<string, unknown>, without: readonly string[]): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(reading).filter(([key]) => !without.includes(key))),
  );
}

function isPlain({ pair: { kind, one, other } }: Made): boolean {
  return (
    kind !== "person" && [...one, ...other].every((name) => !/[ -]/.test(name.replace(/^an? /, "")))
  );
}

describe("names of people, places and peoples exchanged in made texts", () => {
  test("every text of many changes", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(40);
    expect(made.length).toBeGreaterThanOrEqual(200);
    for (const { pair, text } of made) {
      expect(exchange(text, swapOf(pair)).text).not.toBe(text);
    }
  });

  test.each([
    "language",
    "paragraphs",
    "noise",
    "voices",
    "scareQuotes",
    "dates",
    "references",
    "wording",
  ] as const)("change nothing but the names: %s", (kind) => {
    expect(different(kind)).toEqual([]);
  });

  test("change no source, cue, content, attitude, kind or rule of what is said, where the names are single words", () => {
    const without = ["sourceName", "sourceInferred", "via", "score01"];
    expect(different("attributions", without, isPlain)).toEqual([]);
  });

  test("change no figure and no place or time of it", () => {
    expect(different("figures", ["attributedTo"])).toEqual([]);
  });

  test("change no term of a sentence, where the names are single words", () => {
    expect(made.filter(isPlain).length).toBeGreaterThan(80);
    expect(different("sentences", [], isPlain)).toEqual([]);
  });

  test("change no sentence's place", () => {
    const roles = ["doers", "undergoers"];
    const lists = ["terms", "places", "negated", "leftOpen", "names", "verbs", ...roles];
    expect(different("sentences", lists)).toEqual([]);
  });
});

describe("a text with names exchanged", () => {
  const swap = swapOf({ one: ["the Vells", "Tolk"], other: ["Orsk", "New Tarn"] });

  test.each([
    ["The Vells left Tolk.", "Orsk left New Tarn."],
    ["“Orsk is ours,” they said in the Vells.", "“The Vells is ours,” they said in Orsk."],
    ["TOLK said no", "NEW TARN said no"],
    ["Tolkers stay", "Tolkers stay"],
  ])("%s becomes %s", (text, exchanged) => {
    expect(exchange(text, swap).text).toBe(exchanged);
  });

  test("keeps its places", () => {
    const { text, back } = exchange("In Tolk, Orsk lost.", swap);
    expect(text).toBe("In New Tarn, the Vells lost.");
    expect(back(text.indexOf("lost"))).toBe("In Tolk, Orsk ".length);
    expect(back(text.indexOf("Vells"))).toBe("In Tolk, ".length);
    expect(back(text.indexOf("Tarn"))).toBe(3.5);
  });
});
