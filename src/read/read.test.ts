import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostile, mixed } from "../../benchmarks/hostile.ts";
import { notRead } from "../document/absence.ts";
import type { Document } from "../document/document.ts";
import { documentOf } from "../document/document-of.ts";
import type { Span } from "../document/span.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { createReader } from "./read.ts";
import type { Readings } from "./readings.ts";

const lexicon = loadLexicon(new URL("../../lexicons", import.meta.url).pathname);
const options = { names: ["Ulm Hollow", "Orlo Vash"] };
const read = createReader(lexicon, options);

function document(text: string, language: string | null = null): Document {
  return documentOf(text, { language, published: "2031-05-06", publishedFrom: "case" });
}

/** Every span of the readings, however deep, with where it was found. */
function spansOf(value: unknown, path = ""): { path: string; span: Span }[] {
  if (typeof value !== "object" || value === null) return [];
  const own =
    "start" in value && "end" in value
      ? [{ path, span: { start: Number(value.start), end: Number(value.end) } }]
      : [];
  const inner = Object.entries(value).flatMap(([key, one]) => spansOf(one, `${path}/${key}`));
  return [...own, ...inner];
}

/** In the middle of a character that takes two code units. */
function splits(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function expectSound(text: string, readings: Readings): void {
  for (const { path, span } of spansOf(readings)) {
    const told = `${path} ${span.start}-${span.end} of ${text.length}`;
    expect(
      Number.isInteger(span.start) && span.start >= 0 && span.start <= span.end,
      `${told}: from before to`,
    ).toBe(true);
    expect(span.end <= text.length, `${told}: inside the text`).toBe(true);
    expect(
      splits(text, span.start) || splits(text, span.end),
      `${told}: between two characters`,
    ).toBe(false);
  }
  for (const [kind, list] of Object.entries(readings)) {
    if (!Array.isArray(list) || kind === "attributions") continue;
    const starts = (list as Span[]).map(({ start }) => start);
    expect(starts, `${kind} in order`).toEqual([...starts].sort((a, b) => a - b));
  }
  expect(JSON.parse(JSON.stringify(readings))).toEqual(readings);
}

const words = [
  "The mayor", "said", "that", "“no one", "was hurt”,", "‘so’", "(and", "12 people)", "died.", "No!",
  "Orlo Vash", "denied", "it", "on 4 May 2031.", "According to", "the Board,", "$1.5bn", "🐟", "👩‍👩‍👧",
  "\n\n", "\n", "Ulm Hollow’s", "ferry—", "https://a.example/b", "[a](http://b.example)", "never",
  "Паром", "市长", "\u200b", "\ud83d", "\0", "...", "?", "Mr.", "e\u0301", "ﬁ", "İ", "SAID", "…",
]; // biome-ignore format: a list of words
const texts = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(" ")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.tuple(fc.integer({ min: 1, max: 600 }), fc.nat()).map(([length, seed]) => mixed(length, seed)),
);

test("whatever the text: spans lie inside it, lists are in order, nothing is lost in JSON", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expectSound(text, read(document(text)));
      // Read as English, whatever it is.
      expectSound(text, read(document(text, "en")));
    }),
    { numRuns: 150 },
  );
});

test("the same text gives the same readings, whatever was read before, by whichever reader", () => {
  const fresh = createReader(lexicon, options);
  fc.assert(
    fc.property(texts, texts, (text, before) => {
      const first = read(document(text, "en"));
      read(document(before, "en"));
      expect(read(document(text, "en"))).toEqual(first);
      expect(fresh(document(text, "en"))).toEqual(first);
    }),
    { numRuns: 100 },
  );
});

describe("hostile texts of five thousand characters are read", () => {
  test.each(Object.keys(hostile))("%s", (name) => {
    const text = hostile[name]?.(5000) ?? "";
    expectSound(text, read(document(text, "en")));
  });
});

describe("other languages are kept, told and not read", () => {
  test.each([
    ["ru", "Мэр Ульма сказал 4 мая 2031 года: «Погибли 12 человек». Пароход ушёл без огней."],
    [
      "hy",
      "Քաղաքապետը 2031 թվականի մայիսի 4-ին ասաց, որ 12 մարդ է զոհվել։ Նավը մեկնեց առանց լույսերի։",
    ],
    ["ar", "قال رئيس البلدية في 4 مايو 2031 إن 12 شخصا قتلوا. غادرت العبارة الميناء دون أضواء."],
    ["zh", "市长在2031年5月4日说，有12人死亡。渡轮没有开灯就离开了港口，没有人知道原因。"],
    [
      "tr",
      "Belediye başkanı 4 Mayıs 2031 günü 12 kişinin öldüğünü söyledi. Feribot ışıksız yola çıktı.",
    ],
    [
      "az",
      "Bələdiyyə sədri 4 may 2031-ci ildə 12 nəfərin həlak olduğunu dedi. Bərə işıqsız yola düşdü.",
    ],
  ])("%s", (language, text) => {
    const readings = read(document(text));
    expectSound(text, readings);
    expect(readings.language).toBe(language);
    expect(notRead(readings.language)).toContain(language);
    expect(readings.sentences.length).toBeGreaterThan(0);
    for (const kind of ["attributions", "figures", "dates", "references", "wording"] as const)
      expect(readings[kind]).toEqual([]);
  });

  test("an English text that quotes another script is read", () => {
    const text =
      "The mayor said on 4 May 2031 that 12 people had died. “Никто не знал,” he added, and nobody asked him what it was that they had not known.";
    const readings = read(document(text));
    expectSound(text, readings);
    expect(readings.language).toBe("en");
    expect(readings.figures.map(({ value }) => value)).toEqual([12]);
  });
});
