import { expect, test } from "vitest";
import { loadGazetteer } from "./gazetteer.ts";

const { words, phrases } = loadGazetteer(new URL("../../lexicons", import.meta.url).pathname, "en");
const phrase = (text: string) => phrases.find((one) => one.text === text);

test.each([
  ["tuvalu", "place", "=tuvalu", "any"],
  ["tuvaluans", "people", "=tuvalu", "any"],
  ["turkey", "place", "=turkey", "capital"],
  ["us", "place", "=america", "capitals"],
  ["reading", "place", "=reading", "inside"],
  ["poles", "people", "=poland", "capital"],
  ["sikhs", "people", "=sikh", "any"],
  ["dutch", "people", "=netherlands", "any"],
  ["kiev", "place", "=kyiv", "any"],
])("%s is listed as a %s, %s, %s", (word, kind, term, written) => {
  expect(words.get(word)).toEqual({ kind, term, written });
});

test.each([
  ["Republic of Costa Rica", "=costa rica"],
  ["Costa Ricans", "=costa rica"],
  ["Guinea-Bissau", "=guinea-bissau"],
  ["U.S.", "=america"],
  ["Ho Chi Minh City", "=ho chi minh city"],
])("%s is %s", (text, term) => {
  expect(phrase(text)?.term).toBe(term);
});

test("cities are many, from all over the world", () => {
  expect(
    [...words.values(), ...phrases].filter(({ kind }) => kind === "place").length,
  ).toBeGreaterThan(1300);
});
