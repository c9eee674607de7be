import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { parsePack } from "../../lexicon/pack.ts";
import type { Attribution } from "../attribution/attribution.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createWordingReader } from "./wording.ts";

const lexicon = loadLexicon(fileURLToPath(new URL("../../../lexicons", import.meta.url)));
const pack = parsePack(
  `
pack: boats
about: Words for what happened to the boat.
concepts:
  - concept: loss of the boat
    labels:
      - { label: sink, forms: [sank, sunk], note: plain, source: own example }
      - { label: scuttle, loadedFor: the owners, source: own example }
      - { label: sent to the bottom, forms: [send to the bottom, sent … to the bottom], note: figure, source: own example }
      - { label: rescue, loadedFor: the crew, source: own example }
  - concept: the boat
    labels:
      - { label: wreck, forms: [coffin ship], note: judges, except: [train wreck], source: own example }
      - { label: sister-ship, note: plain, source: own example }
      - { label: bark, with: [sail, mast, harbour], not: [dog, tree], as: noun, note: plain, source: own example }
  - concept: names of the water
    names: { frames: [waters of NAME, NAME channel], aliases: [or, also called], not: [English], source: own example }
`,
  "boats.yaml",
);
const readProse = createProseReader(lexicon);
const readWording = createWordingReader({ ...lexicon, packs: new Map([["boats", pack]]) }, []);
/** A saying with what the tests do not look at. */
const saying: Attribution = {
  kind: "indirect",
  attitude: "states",
  source: [],
  cue: [],
  content: [],
  via: [],
  sourceName: null,
  sourceInferred: false,
  distancing: false,
  negated: false,
  rule: "test",
  score01: null,
};
const nothing = { quotes: [], attributions: [], scareQuotes: [] };

function read(text: string): string[] {
  return readWording(readProse(text), nothing).map(
    ({ label, start, end }) => `${label}: ${text.slice(start, end)}`,
  );
}

describe("labels in their forms", () => {
  test.each<[string, string[]]>([
    ["It sinks. It sank.", ["sink: sinks", "sink: sank"]],
    ["Scuttling the boat was wrong.", ["scuttle: Scuttling"]],
    ["They sent to the bottom what they had.", ["sent to the bottom: sent to the bottom"]],
    ["Coffin-ships and a coffin ship", ["wreck: Coffin-ships", "wreck: coffin ship"]],
    ["The sister ship's bell", ["sister-ship: sister ship"]],
    ["OWNERS SCUTTLED BOAT", ["scuttle: SCUTTLED"]],
    ["A train wreck of a plan", []],
    ["He washed the dishes.", []],
    [
      "They sent the whole fleet to the bottom.",
      ["sent to the bottom: sent the whole fleet to the bottom"],
    ],
    ["They sent a fleet, and went to the bottom of it.", []],
    ["They sent all of the old fleet to the bottom.", []],
  ])("%s", (text, labels) => {
    expect(read(text)).toEqual(labels);
  });
});

describe("a word with several senses", () => {
  const sails =
    " The bark set sail. Its mast fell. The bark left harbour with torn sails. A bark under sail came.";
  test.each<[why: string, text: string, labels: string[]]>([
    ["a word that is asked for stands near", "The bark set all its sails.", ["bark: bark"]],
    ["a word that is ruled out stands near", "The bark of a dog at the mast.", []],
    ["another part of speech", "They bark near the mast.", []],
    ["nothing near, and the text is of something else", "The bark was old.", []],
    [
      "nothing near, in a text on the subject",
      `The bark was old.${sails}`,
      ["bark: bark", "bark: bark", "bark: bark", "bark: bark"],
    ],
  ])("%s", (_, text, labels) => {
    expect(read(text)).toEqual(labels);
  });
});

describe("names of contested things", () => {
  test.each<[why: string, text: string, labels: string[]]>([
    [
      "all mentions of a framed name",
      "The waters of Orro were calm. Nobody went to Orro.",
      ["Orro: Orro", "Orro: Orro"],
    ],
    ["a frame behind the name", "The Orro channel was calm.", ["Orro: Orro"]],
    [
      "another name of the same",
      "The waters of Orro, or Sound of Vell, were calm. Vell slept.",
      ["Orro: Orro"],
    ],
    [
      "a longer form",
      "The waters of Orro and Upper-Orro froze.",
      ["Orro: Orro", "Upper-Orro: Upper-Orro"],
    ],
    ["no frame", "Orro was calm.", []],
    ["a word that is no name", "The English channel was calm.", []],
  ])("%s", (_, text, labels) => {
    expect(read(text)).toEqual(labels);
  });

  test("“also called” joins two names", () => {
    expect(read("The waters of Orro, also called Vell, froze. Vell is deep.")).toEqual([
      "Orro: Orro",
      "Vell: Vell",
      "Vell: Vell",
    ]);
  });
});

describe("a label that is denied is marked", () => {
  test.each<[string, boolean]>([
    ["It was a wreck.", false],
    ["It was not a wreck.", true],
    ["It was never any sort of wreck.", true],
    ["It was not only a wreck.", false],
    ["They settled the dispute over the wreck.", false],
    ["Nobody denies that it was a wreck.", false],
    ["They could not sail, because a wreck lay there.", false],
    ["Not far off, a wreck lay there.", false],
    ["Nobody calls it a wreck.", true],
    ["Somebody calls it a wreck.", false],
    ["Nobody disputes that it was a wreck.", false],
    ["No one was near the wreck.", true],
    ["Someone was near the wreck.", false],
    ["None of the boats is a wreck.", true],
    ["One of the boats is a wreck.", false],
    ["No boat is a wreck.", true],
    ["A boat is a wreck.", false],
    ["No boat from the old harbour of the lake was ever a wreck.", true],
    ["A boat from the old harbour of the lake was even a wreck.", false],
    ["Nobody from the old harbour of the lake was near the wreck.", true],
    ["Somebody from the old harbour of the lake was near the wreck.", false],
    ["No boat came near the old harbour of the lake with the wreck.", false],
    ["There was no dispute over the wreck.", false],
    ["Nobody knows how the wreck came there.", false],
    ["Nobody who saw the wreck came back.", false],
    ["Nobody swam and a wreck lay there.", false],
  ])("%s", (text, negated) => {
    expect(readWording(readProse(text), nothing).map((label) => label.negated)).toEqual([negated]);
  });

  test("what is reported as denied is denied", () => {
    const text = "The master rejected that the boat was a wreck.";
    const content = [{ start: text.indexOf("that"), end: text.length - 1 }];
    const attributions = [{ ...saying, attitude: "denies" as const, content }];
    const [label] = readWording(readProse(text), { ...nothing, attributions });
    expect(label).toMatchObject({ voice: "attributed", negated: true });
  });
});

test("whose words: scare quotes before quotes before attributed content, else the writer's own", () => {
  const text = "The wreck sank, she said: the “wreck” was scuttled. “Sunk!”";
  const scare = text.indexOf("wreck”");
  const quote = text.indexOf("Sunk!");
  const found = readWording(readProse(text), {
    quotes: [scare, quote].map((start) => ({
      start,
      end: start + 5,
      outer: { start: start - 1, end: start + 6 },
      depth: 0,
      closed: true,
    })),
    scareQuotes: [{ start: scare, end: scare + 5, rule: "test" }],
    attributions: [
      { ...saying, content: [{ start: text.indexOf("the “"), end: text.indexOf("scuttled") + 8 }] },
    ],
  });
  expect(found.map(({ label, voice }) => [label, voice])).toEqual([
    ["wreck", "own"],
    ["sink", "own"],
    ["wreck", "scare"],
    ["scuttle", "attributed"],
    ["sink", "quoted"],
  ]);
});

test("a pack that is not asked for is not read", () => {
  const none = createWordingReader({ ...lexicon, packs: new Map([["boats", pack]]) }, ["other"]);
  expect(none(readProse("The wreck sank."), nothing)).toEqual([]);
});

test("labels never overlap, whatever the text", () => {
  const words = fc.array(
    fc.constantFrom(
      "sent",
      "to",
      "the",
      "bottom",
      "sank",
      "wreck",
      "train",
      "coffin",
      "-",
      "ship",
      ".",
      "“",
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(" ");
      let end = 0;
      for (const label of readWording(readProse(text), nothing)) {
        expect(label.start).toBeGreaterThanOrEqual(end);
        end = label.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 60 },
  );
});

describe("the packs of the project", () => {
  const all = [...lexicon.packs.values()];
  const concepts = all.flatMap(({ pack, concepts }) =>
    concepts.map((concept) => [`${pack}: ${concept.concept}`, concept] as const),
  );

  test.each(concepts)(
    "%s is balanced: words of two viewpoints or of none, and plain ones",
    (_, concept) => {
      if (concept.names) return;
      const loaded = new Set(concept.labels.flatMap(({ loadedFor }) => loadedFor ?? []));
      expect(loaded.size).not.toBe(1);
      expect(concept.labels.some(({ loadedFor }) => loadedFor === null)).toBe(true);
    },
  );

  test("name no place and no people: they are about any conflict", () => {
    const words = all.flatMap(({ concepts }) =>
      concepts.flatMap(({ labels, names }) => [
        ...labels.flatMap((row) => [
          row.label,
          ...row.forms,
          ...row.except,
          ...row.with,
          ...row.not,
        ]),
        ...(names?.frames ?? []),
      ]),
    );
    const named = words
      .flatMap((phrase) => phrase.toLowerCase().split(/[^\p{L}']+/u))
      .filter((word) => lexicon.gazetteer.words.get(word)?.written === "any");
    expect(named).toEqual([]);
  });

  const readAll = createWordingReader(lexicon, []);
  const readProject = (text: string): string[] =>
    readAll(readProse(text), nothing).map(({ pack, label }) => `${pack}: ${label}`);

  test.each<[wanted: string, sense: string, otherSense: string]>([
    ["territory: occupied", "The army occupied the village.", "She occupied the front seat."],
    [
      "territory: liberated",
      "Troops liberated the town of Vell.",
      "The novel liberated her spirit.",
    ],
    ["territory: disputed", "Vell is a disputed island.", "The candidate disputed the claim."],
    [
      "territory: captured",
      "The rebels captured Vell, a town in the hills.",
      "The photo captured her smile.",
    ],
    ["territory: seized", "The army seized Vell.", "Customs seized two bags of cocaine."],
    ["territory: seized", "Rebels had seized the bridge.", "The minister seized on the remark."],
    [
      "territory: homeland",
      "They will never leave their homeland.",
      "The homeland security chief spoke.",
    ],
    ["displacement: fled", "Hundreds fled as shells fell.", "The suspect fled when police came."],
    [
      "displacement: evacuated",
      "Families were evacuated from the village.",
      "The school was evacuated after a fire alarm.",
    ],
    [
      "displacement: expelled",
      "They were expelled from their homes.",
      "The student was expelled from school.",
    ],
    ["killings: killed", "Shells killed three people.", "The committee killed the bill."],
    ["killings: died", "Nine people died in the shelling.", "The singer died of cancer."],
    ["killings: massacre", "They called it a massacre.", "The slaughter of cattle went on."],
    ["combatants: fighter", "The army shelled the fighters.", "A fighter jet landed."],
    ["combatants: volunteer", "Volunteers went to the front.", "A volunteer firefighter was hurt."],
    ["combatants: rebel", "Rebels hold the road.", "The backbench rebels voted with him."],
    ["governments: regime", "The regime in Vell fell.", "A strict exercise regime helps."],
    [
      "governments: opposition",
      "The opposition boycotted parliament.",
      "He met stiff opposition to the plan.",
    ],
    [
      "hostilities: attack",
      "Militants attacked the base.",
      "The senator attacked her opponent in the debate.",
    ],
    ["hostilities: attack", "Three soldiers died in the attack.", "He died of a heart attack."],
    [
      "hostilities: military operation",
      "The special military operation goes on.",
      "The operation on his knee went well.",
    ],
    [
      "hostilities: strike",
      "The strikes hit two artillery positions.",
      "The strike by teachers over pay went on.",
    ],
    ["hostilities: offensive", "The army began an offensive.", "The remark was offensive."],
    [
      "hostilities: hostilities",
      "Clashes went on near the front, the army said.",
      "It was a clash of ideas.",
    ],
    [
      "hostilities: blockade",
      "The town has been under siege.",
      "The campaign has a siege mentality.",
    ],
    ["protest: strike", "The union called a strike over pay.", "An air strike hit the depot."],
    [
      "protest: rally",
      "Police stopped the march of the opposition.",
      "The stock market rally faded.",
    ],
    [
      "protest: crackdown",
      "They feared a crackdown on protesters.",
      "A crackdown on tax evasion began.",
    ],
    ["protest: crowd", "Tear gas was fired at the crowd.", "The crowd in the arena cheered."],
    [
      "migration: migrant",
      "The migrants came by sea.",
      "Migrants such as the tern, a sea bird, rest here.",
    ],
    [
      "migration: flood of migrants",
      "An influx of refugees was feared.",
      "The influx of water ruined the house.",
    ],
    [
      "elections: mandate",
      "The party won a clear mandate at the election.",
      "The health insurance mandate was kept.",
    ],
    [
      "elections: irregularities",
      "Observers saw irregularities in the vote count.",
      "The auditors saw accounting irregularities.",
    ],
    [
      "accounts: account",
      "The account posted forty tweets a day.",
      "He opened an account at the bank.",
    ],
    ["accounts: troll", "Trolls flooded the hashtag.", "A troll lives under the bridge."],
  ])("%s: “%s” and not “%s”", (wanted, sense, otherSense) => {
    expect(readProject(sense)).toContain(wanted);
    expect(readProject(otherSense)).not.toContain(wanted);
  });
});
