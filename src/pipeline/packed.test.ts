import fc from "fast-check";
import { expect, test } from "vitest";
import { documentOf } from "../document/document-of.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { createReader } from "../read/read.ts";
import { countWords, pack, readingsOf } from "./packed.ts";
import { lexiconsFolder } from "./root.ts";

const read = createReader(loadLexicon(lexiconsFolder()));

test.each([
  "",
  "It rained.",
  "By Ana Maron\n\nThe mayor of Ulm Hollow said on 4 May 2031 that 12 houses had burned.\n\n“No,” she said.",
  "Le maire de la ville a dit que le pont ne serait pas ouvert avant le mois de mai.",
])("what was packed is what was read: %j", (text) => {
  const document = documentOf(text, { published: "2031-05-05" });
  const readings = read(document);
  expect(readingsOf(pack(document, readings))).toEqual(readings);
});

test.each([
  ["", 0],
  ["It rained.", 2],
  ["at 4.5 o’clock", 3],
  ["rock-'n'-roll", 3],
  ["U.S.-led", 2],
  ["--- … —", 0],
  ["Ånd 日本 𝒜b 😀", 3],
])("words of %j: %i", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test("words are runs of letters and digits", () => {
  const pattern = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
  const characters = fc.constantFrom(..."ab1é'’.- \n", "𝒜", "😀", "\ud835", "\udc9c");
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 20 }), (list) => {
      const text = list.join("");
      expect(countWords(text)).toBe([...text.matchAll(pattern)].length);
    }),
  );
});
