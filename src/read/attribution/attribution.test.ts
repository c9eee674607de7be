import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../document/span.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { readQuotes } from "../quotes/quotes.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { type Attribution, createAttributionReader } from "./attribution.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const readAttributions = createAttributionReader(lexicon);

function read(text: string): Attribution[] {
  const prose = readProse(text);
  return readAttributions(prose, { quotes: readQuotes(prose), noise: [], voices: [] });
}

function written(text: string, spans: readonly Span[]): string {
  return spans.map((span) => text.slice(span.start, span.end)).join(" … ");
}

/** source | cue | content of each attribution. */
function shown(text: string): string[] {
  return read(text).map(
    (one) =>
      `${written(text, one.source)} | ${written(text, one.cue)} | ${written(text, one.content)}`,
  );
}

describe("who says what", () => {
  test.each<[string, string]>([
    ["The mayor said that taxes would fall.", "The mayor | said | that taxes would fall"],
    ["The mayor said taxes would fall.", "The mayor | said | taxes would fall"],
    ["“We stay in Vell,” said Ann Oro.", "Ann Oro | said | “We stay in Vell,”"],
    ["“We stay in Vell,” Ann Oro said on Monday.", "Ann Oro | said | “We stay in Vell,”"],
    ["“We stay,” Oro said, “and we build.”", "Oro | said | “We stay,” … “and we build.”"],
    ["“We stay,” said Oro. “We build.”", "Oro | said | “We stay,” … “We build.”"],
    ["“Will they stay?” Oro asked.", "Oro | asked | “Will they stay?”"],
    ["Taxes will fall, the mayor said.", "the mayor | said | Taxes will fall"],
    [
      "In the long run, the mayor said, taxes will fall.",
      "the mayor | said | In the long run … taxes will fall",
    ],
    [
      "John Ash, who was born in Vell, said the harbour would open.",
      "John Ash | said | the harbour would open",
    ],
    [
      "“We stay,” the skipper, who sailed from Vell, told The Tarn Post in an interview.",
      "the skipper | told | “We stay,”",
    ],
    ["“Go home,” the skipper barked.", "the skipper | barked | “Go home,”"],
    ["“We stay put.” — Ann Oro", "Ann Oro | — | “We stay put.”"],
    [
      "The crowd roared back at him, “You go home.”",
      "The crowd | roared back at him | “You go home.”",
    ],
    ["His friends jeered, “Go home!”", "His friends | jeered | “Go home!”"],
    [
      "In a speech, Oro praised “the silent work of all the millers of Vell”.",
      "Oro | praised | “the silent work of all the millers of Vell”",
    ],
    [
      "“We stay,” Oro said, looking at the mill, “and we build it anew.”",
      "Oro | said | “We stay,” … “and we build it anew.”",
    ],
    [
      "“The lock is old,” Oro said, adding later, “The lock is costing us a fortune.”",
      "Oro | adding | “The lock is costing us a fortune.”",
    ],
    [
      "“Hold your hands up,” Oro sang before asking, “Where do we go from here?”",
      "Oro | asking | “Where do we go from here?”",
    ],
    [
      "The union representing the workers claimed the mill was unsafe.",
      "The union representing the workers | claimed | the mill was unsafe",
    ],
    [
      "Oro said the mill would close next year, however the council waited.",
      "Oro | said | the mill would close next year",
    ],
    [
      "The town pledged to mend the old lock, but nobody came.",
      "The town | pledged | to mend the old lock",
    ],
    ["Oro praised the silent mill before leaving for Tarn.", "Oro | praised | the silent mill"],
    ["When rain came, I laughed and said, “I sail.”", "I | said | “I sail.”"],
    [
      "He turned to the clerk of Vell:\n\n“I would love the millers to go.”\n\nHe is old.",
      "He | turned to the clerk of Vell: | “I would love the millers to go.”",
    ],
    [
      "The plan had foes -- the poor, and Ann Oro -- “It is wrong to hide the books” -- and it fell.",
      "Ann Oro | -- | “It is wrong to hide the books”",
    ],
    ["Said Oro: “We stay in Vell.”", "Oro | Said | “We stay in Vell.”"],
    ["Oro said:\n\n“We stay in Vell.”", "Oro | said | “We stay in Vell.”"],
    ["“We stay.\n\n“We build,” Oro said.", "Oro | said | “We build,”"],
    ["Oro said: “We stay.\n\n“We build.”", "Oro | said | “We stay. … “We build.”"],
    [
      "A week later President Oro said that taxes would fall.",
      "President Oro | said | that taxes would fall",
    ],
    [
      "On 14 April the council said that taxes would fall.",
      "the council | said | that taxes would fall",
    ],
    [
      "Council resolutions 30, 31 and 32 demanded a vote.",
      "Council resolutions 30, 31 and 32 | demanded | a vote",
    ],
    [
      "The union put the number of strikers at 400.",
      "The union | put | the number of strikers at 400",
    ],
    ["If rain comes, as Ann Oro hinted on Monday, we sail.", "Ann Oro | hinted | If rain comes"],
    [
      "Tarn was calm, while its ally Vell said it “stands ready to help”.",
      "its ally Vell | said | it “stands ready to help”",
    ],
    [
      "The mayor said in a letter seen by the Vell Post that taxes would fall.",
      "The mayor | said | that taxes would fall",
    ],
    [
      "VELL, 5 May 2020 (Tarn Agency) – The mill will close, the mayor said.",
      "the mayor | said | The mill will close",
    ],
    ["“We stay,” Oro, who asked not to be named, said.", "Oro | said | “We stay,”"],
    ["Oro called the plan “mad”.", "Oro | called | the plan “mad”"],
    [
      "According to the ministry, the bridge fell.",
      "the ministry | According to | the bridge fell",
    ],
    [
      "The bridge fell, according to the ministry.",
      "the ministry | according to | The bridge fell",
    ],
    [
      "The bridge fell, as was announced by Tarn News.",
      "Tarn News | was announced | The bridge fell",
    ],
    ["As the mayor put it, the bridge fell.", "the mayor | put it | the bridge fell"],
    ["Oro is said to have drafted the letter.", " | is said | to have drafted the letter"],
    [
      "There was speculation among traders that prices would fall.",
      "traders | speculation | that prices would fall",
    ],
    [
      "The claim that Vell fired first spread fast.",
      " | claim | that Vell fired first spread fast",
    ],
    ["The allegations of fraud were dropped.", " | allegations | fraud"],
    [
      "Norda Says Shelling of Vell Harbour Must End",
      "Norda | Says | Shelling of Vell Harbour Must End",
    ],
    ["Minister: taxes to fall in Vell", "Minister | : | taxes to fall in Vell"],
    ["even oro said they couldnt mend it", "oro | said | they couldnt mend it"],
    ["oro said they would mend the wall", "oro | said | they would mend the wall"],
    [
      "The union called on the council to reopen the port.",
      "The union | called on | the council to reopen the port",
    ],
    [
      "The council demanded the withdrawal of all boats.",
      "The council | demanded | the withdrawal of all boats",
    ],
    ["Some call it ‘ruin’.", "Some | call | it ‘ruin’"],
    [
      "The singer apologised, admitting that she never read the letter.",
      "The singer | admitting | that she never read the letter",
    ],
    ["Norda sent boats, a charge that Vell denies.", "Vell | denies | a charge"],
    ["Although the fund claims to help, it sent nothing.", "the fund | claims | to help"],
    ["The fund (see note 4) denied the report.", "The fund | denied | the report"],
    ["*Oro* said [taxes would fall](#).", "Oro | said | taxes would fall"],
    ["Oro\u00a0said that taxes\u00a0would fall.", "Oro | said | that taxes\u00a0would fall"],
  ])("%s", (text, expected) => {
    expect(shown(text)).toContain(expected);
  });

  test.each([
    "The bridge fell in 1994.",
    "Norda attacked the harbour.",
    "I think it rained.",
    "The disputed region lies north of Vell.",
    "See the map of the harbour.",
    "The old guild watched “The Silent Harbour,” a play.",
    "Note: the mill of Vell is closed until spring, and the lock is dry.",
    "This is a departure from the losses reported in 2020 when Vell lost its old mill.",
    "She has not shied away from making her feelings known about the old lock of Vell.",
    "More than 90% of its people voted in favour of leaving the old republic.",
    "The traders sold salt, nets, “lines”, and rope.",
  ])("nobody is said to say anything: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });

  test("two speakers of one sentence keep their own words", () => {
    expect(shown("Oro said the port was closed, and Vell officials said it was open.")).toEqual([
      "Oro | said | the port was closed",
      "Vell officials | said | it was open",
    ]);
  });

  test("nothing is read in unrelated matter", () => {
    const text = "Oro said taxes would fall.";
    const prose = readProse(text);
    const noise = [{ start: 0, end: text.length, kind: "unrelated", rule: "test" } as const];
    expect(readAttributions(prose, { quotes: [], noise, voices: [] })).toEqual([]);
  });
});

describe("how it is said", () => {
  test.each<[string, Partial<Attribution>]>([
    ["“We stay in Vell,” said Oro.", { kind: "direct", attitude: "states" }],
    ["Oro said the plan was “mad and cruel to all”.", { kind: "mixed" }],
    ["Oro said the plan was mad.", { kind: "indirect" }],
    ["The council demanded the withdrawal of all boats.", { attitude: "demands" }],
    ["The council denied that boats had sailed.", { attitude: "denies" }],
    ["Officials fear that the dam will break.", { attitude: "believes" }],
    ["Many doubt that the dam will hold.", { attitude: "doubts" }],
    ["Reporters asked whether the dam would hold.", { attitude: "asks" }],
    ["Norda claims that Vell fired first.", { distancing: true }],
    ["The bridge was reportedly mined.", { distancing: true, sourceName: null }],
    ["Oro did not say that taxes would fall.", { negated: true }],
  ])("%s", (text, expected) => {
    expect(read(text)[0]).toMatchObject(expected);
  });
});

describe("whose words they are", () => {
  test.each<[string, string, boolean]>([
    ["Ann Oro came. She said taxes would fall.", "Ann Oro", true],
    ["Ann Oro came. Oro said taxes would fall.", "Ann Oro", true],
    ["Mayor Ann Oro came. The mayor said taxes would fall.", "Ann Oro", true],
    ["The Sea Ministry of Norda met. The ministry said taxes would fall.", "Sea Ministry", true],
    ["Ann Oro said taxes would fall.", "Ann Oro", false],
  ])("%s", (text, name, inferred) => {
    const last = read(text).at(-1);
    expect(last?.sourceName).toContain(name);
    expect(last?.sourceInferred).toBe(inferred);
  });

  test.each<[string, string | null]>([
    ["The mayor of Tolby denied the report. She said that it was false.", "The mayor of Tolby"],
    ["A union official said that it was late. “We told them,” he added.", "A union official"],
    ["A spokeswoman said that it was late. He added that it was dark.", "He"],
    ["Ann Oro left. A clerk said that it was late. She added that it was dark.", "A clerk"],
    ["A clerk said that it was late. Ann Oro left. She added that it was dark.", "Ann Oro"],
    ["Clerks said that it was late. He added that it was dark.", "He"],
    ["Ann Oro said it was late. The report says it was dark. It adds that it rained.", "It"],
    ["More than half of Tolby said that it was late.", "half of Tolby"],
    ["Someone like Ann Oro said that it was late.", "Someone like Ann Oro"],
    ["In Ostra, the harbour office said that it was late.", "the harbour office"],
    ["Ann Oro said it was late. Her account says that she slept.", "Ann Oro’s account"],
  ])("%s", (text, name) => {
    expect(read(text).at(-1)?.sourceName).toBe(name);
  });

  test("a byline says nothing", () => {
    const text = "Report: Ann Oro says\n\nA clerk said that it was late.";
    const prose = readProse(text);
    const byline = { start: 0, end: 20, kind: "byline", rule: "noise/credit-line" } as const;
    const found = readAttributions(prose, { quotes: [], noise: [byline], voices: [] });
    expect(found.map(({ sourceName }) => sourceName)).toEqual(["A clerk"]);
  });

  test.each<[string, string[]]>([
    ["“We stay,” Oro told The Tarn Post.", ["The Tarn Post"]],
    ["Speaking to the Vell Gazette, Oro said that taxes would fall.", ["Vell Gazette"]],
    ["TarnNews, citing Reuters, reported that taxes would fall.", ["Reuters"]],
    ["The harbour office said via the Vell Archive that taxes would fall.", ["Vell Archive"]],
    ["Oro told the Red Cross that taxes would fall.", []],
    ["Oro told the council that taxes would fall.", []],
  ])("%s", (text, via) => {
    expect(read(text)[0]?.via.map((name) => name.replace(/^the /, ""))).toEqual(via);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    "Oro",
    "Vell",
    "said",
    "that",
    "claims",
    "to",
    "the",
    "mayor",
    ",",
    ".",
    "“",
    "”",
    '"',
    "'",
    ":",
    "(",
    ")",
    "and",
    "who",
    "according",
    "\n",
    "—",
    "was",
    "told",
    "fell",
    "[",
    "](#)",
    "*",
    "not",
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" "));

  test("spans lie in the text, are not empty, and come out the same again", () => {
    fc.assert(
      fc.property(text, (sample) => {
        const found = read(sample);
        for (const one of found) {
          expect(one.content.length).toBeGreaterThan(0);
          for (const { start, end } of [...one.source, ...one.cue, ...one.content]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(sample.length);
          }
          expect(one.sourceName === null).toBe(one.source.length === 0);
        }
        expect(read(sample)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  test("exchanging two names exchanges the sources and nothing else", () => {
    const sample = "On Monday Oro said that Vell had denied a report. “No,” Vell told Oro.";
    const swap = (value: string) =>
      value.replace(/Oro|Vell/g, (name) => (name === "Oro" ? "Vell" : "Oro"));
    expect(shown(swap(sample))).toEqual(shown(sample).map(swap));
  });

  // Anything quadratic runs into the test's own time limit here.
  test.each([
    ["commas", "Oro, who said, "],
    ["names", "Ann Oro said "],
    ["nouns", "claim that Oro of "],
    ["quotes", "“a "],
    ["straight marks", '"'],
    ["colons", "Oro: “a” "],
    ["brackets", "Oro (who "],
  ])("a hundred thousand characters of %s are read", (_, unit) => {
    const sample = unit.repeat(Math.ceil(100_000 / unit.length));
    for (const { content } of read(sample))
      for (const span of content) expect(span.end).toBeLessThanOrEqual(sample.length);
  });
});

test.each([
  ["Minister: Truce Holds Along the Brenna", "Minister"],
  ["Oro: Tolby Will Pay for the Ferry", "Oro"],
  ["Poll: Islanders Want a New Treaty", "Poll"],
  ["Truce holds along the Brenna - senior official", "senior official"],
  ["Missing crew to be freed by islanders, ministry aide claims", "ministry aide"],
  ["Two ships collide off Lantern Bank, ferry sinks", null],
  ["Two ships collide - and the harbour closes", null],
  ["Party Invoice: Boy Sent Bill for Missing a Birthday", null],
  ["Urgent: Two Ships Collide off Lantern Bank", null],
  ["Ferry Disaster: Captain Is Found Alive", null],
])("of the headline %j the speaker is %j", (text, speaker) => {
  const found = read(`${text}\n\nThe sea was calm.`).filter(({ rule }) => /^title/.test(rule));
  expect(found.map(({ sourceName }) => sourceName)).toEqual(speaker === null ? [] : [speaker]);
});
