import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { isComing } from "./coming.ts";

const { calendar } = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);

/** The day stands at the bar. */
const told = (sentence: string) => {
  const [before = "", after = ""] = sentence.split("|");
  return isComing({ before, after }, calendar);
};

test.each([
  "They will go home on |.",
  "On | the council will vote.",
  "The council, which met at noon, is to sit again on |.",
  "The two are to be buried on |.",
  "She is going to leave on |.",
  "Talks are set to resume on |.",
  "They plan to march on |.",
  "Many want the mail boat to sail again on |.",
  "The union has called a strike for |.",
  "Guards must leave by |.",
  "If no deal is reached by |, the pumps will be shut.",
  "The mayor said the bridge would reopen on |.",
  "He may resign on |.",
  "Velm buries its dead on |.",
  "The hearing is on |.",
  "A hearing has been scheduled for |.",
  "The prisoners will be handed over at the bridge on |.",
  "The ferry is closed until |.",
  "Judges have until | to answer.",
  "A truce takes effect from |.",
  "A memorial service takes place on |.",
])("to come: %s", (sentence) => {
  expect(told(sentence)).toBe(true);
});

test.each([
  "Two ships sank on |.",
  "VELM, May 3 (Tarn Wire) - Two ships sank on |.",
  "He said on | that the town will be rebuilt.",
  "On |, he said the town will be rebuilt.",
  "A curfew will begin, the minister said on |.",
  "Residents, who will be paid, said on | they were glad.",
  "The ship should have sailed on |.",
  "It had been scheduled to open on |, but did not.",
  "Nobody had expected the wall to give way on |.",
  "The planned march took place on |.",
  "The bill that would ban nets passed on |.",
  "Velm must explain what happened on |, he said.",
  "They blamed him for |'s attack.",
  "Prices, which are expected to rise, fell on |.",
  "The two sides agreed on | to meet.",
])("past: %s", (sentence) => {
  expect(told(sentence)).toBe(false);
});
