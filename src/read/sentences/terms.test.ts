import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createTermsReader } from "./terms.ts";
import { createProseReader } from "./tokens.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const actors = [
  { id: "coast-guard", names: ["Coast Guard", "coastguard"] },
  { id: "velm", names: ["Republic of Velm", "Velm", "Velmish"] },
];
const readProse = createProseReader(
  lexicon,
  actors.flatMap(({ names }) => names),
);
const readTerms = createTermsReader(lexicon, actors);

function read(text: string) {
  const prose = readProse(text);
  const [first] = prose.sentences;
  if (!first) throw new Error("no sentence");
  return readTerms(prose, first);
}

test.each([
  ["The coastguard and the Coast Guard left.", ["@coast-guard", "leav"]],
  ["The Velmish ferry of the Republic of Velm sank.", ["@velm", "~ship", "~sink"]],
  ["Anti-Velmish posts grew.", ["anti", "@velm"]],
  ["Posts under #BoycottVelm grew.", ["@velm"]],
  ["Spanish and Spain are one, Polish is not polish.", ["=spain", "=poland", "polish"]],
  ["The US and the United States told us.", ["=america", "tell"]],
  ["They killed 1,200 in a massacre.", ["~kill", "#1200"]],
  ["See #SaveTheFerry2031 by @Ada_Oro.", ["~rescue", "~ship", "#2031", "ada", "oro"]],
  ["Nine sailors lost their lives.", ["sailor", "~kill"]],
  ["Islanders were forced to leave.", ["island", "~displace"]],
  ["#NATO and #tolbyferry", ["nato", "tolbyferri"]],
])("%j speaks of %j", (text, terms) => {
  for (const term of terms) expect(read(text).terms).toContain(term);
});

test.each(["Look pic.tolby.com/aBcd12", "Look https://tolby.org/fire", "Look [here](tolby/fire)"])(
  "%j says nothing by its address",
  (text) => {
    const { terms } = read(text);
    expect(terms.filter((term) => /tolb|fire|com|bcd/.test(term))).toEqual([]);
  },
);

test.each([
  ["The strait was never part of the treaty.", ["part", "~treaty"]],
  ["The ferry did not turn, the trawler did.", ["turn"]],
  ["Nobody warned the crew.", ["~warn", "crew"]],
  ["The ferry turned.", []],
  ["It is untrue that the ferry turned.", ["~lie", "~ship", "turn"]],
  ["The story of the siren is a total hoax.", ["stori", "siren", "total", "~lie"]],
  ["The story of the siren is not false.", ["~lie"]],
  ["They showed forged papers and a fake ticket at the pier.", ["fake", "ticket"]],
  ["Pilot NOT Asleep: Ferry Myth Goes Round Tolby", ["asleep", "~ship", "myth"]],
  ["The crew failed to answer.", ["~collapse", "answer"]],
  ["The pilot died in a failed rescue.", []],
  ["Tolby pulled out of the treaty.", ["~treaty"]],
  ["The mayor pulled the rope.", []],
])("%j negates %j", (text, terms) => {
  expect(read(text).negated.filter((term) => term !== "nobodi")).toEqual(terms);
});

test.each([
  ["Nobody knows whether the ferry turned.", ["~ship", "turn"]],
  ["The ferry may have turned.", ["turn"]],
  ["Ferry May Have Turned Off Tolby", ["turn", "tolbi"]],
  ["In May the ferry turned.", []],
  ["The alleged turn of the ferry angered them.", ["~accuse", "turn"]],
  ["The crew’s fate is unknown.", ["crew", "fate", "unknown"]],
  ["Truce rumours spread.", ["~ceasefire", "rumour", "spread"]],
  ["Reports of a truce spread.", ["report", "~ceasefire", "spread"]],
  ["He wrote two reports.", []],
  ["They are in talks to move the harbour.", ["~negotiate", "~send", "harbour"]],
  ["Did the ferry turn?", ["~ship", "turn"]],
  ["Ferry lost?", ["~ship", "lose"]],
  ["Why did the ferry turn?", []],
  ["Mayor hurt in fire: reports", ["~attack", "report", "~wound", "mayor"]],
  ["Mayor hurt in fire, says doctor", []],
  ["Mayor hurt in fire", []],
  ["The mayor wrote the report of the fire.", []],
])("%j leaves open %j", (text, terms) => {
  const { leftOpen } = read(text);
  expect([...leftOpen].sort()).toEqual([...terms].sort());
});

test("each term is placed where it first stands", () => {
  const text = "Old ferries meet new ferries.";
  const { terms, places } = read(text);
  expect(places.map((place) => text.slice(place).split(/\W/)[0])).toEqual([
    "Old",
    "ferries",
    "meet",
    "new",
  ]);
  expect(terms).toHaveLength(4);
});

test("exchanging a frequent name for a rare one changes no tag", () => {
  const tags = (name: string) =>
    createProseReader(lexicon, [name])(
      `${name} said the talks failed. In ${name} nobody believes ${name}’s claims.`,
    ).tokens.map(({ pos }) => pos);
  expect(tags("Ostrevaan")).toEqual(tags("Mali"));
  expect(tags("Ostrevaan")).toEqual(tags("Turkey"));
});

test("long runs without a space are one token each and cost little", () => {
  const run = '"](http://a"'.repeat(2000);
  const { tokens } = createProseReader(lexicon)(`See ${run} and ${"A1".repeat(30_000)} there.`);
  expect(tokens.map(({ end, start }) => end - start)).toEqual([3, run.length, 3, 60_000, 5, 1]);
});
