import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createMentionsReader, createNamesReader, type Mention, type NamedActor } from "./names.ts";
import { namesRules } from "./rules.ts";

const lexicon = loadLexicon("lexicons");
const readProse = createProseReader(lexicon);
const readMentions = createMentionsReader(lexicon);
const read = (text: string) => readMentions(readProse(text));

/** "words" or "words = name", each with its kind's first letters; "?" where none is told. */
function shown(text: string, mentions: readonly Mention[] = read(text)): string[] {
  return mentions.map(({ start, end, kind, name, inferred }) => {
    const words = text.slice(start, end);
    const letter = kind === null ? "?" : kind.slice(0, 3);
    return `${letter} ${words}${words === name ? "" : ` = ${name}`}${inferred ? " (noun)" : ""}`;
  });
}

describe("where a name begins and ends", () => {
  test.each<[string, string, string[]]>([
    ["a title is no part", "Then Mayor Ann Oro left.", ["per Ann Oro"]],
    ["nor are two", "Then former Prime Minister Ann Oro left.", ["per Ann Oro"]],
    ["nor an office", "Then Secretary of State Ann Oro left.", ["per Ann Oro"]],
    ["a possessive is cut", "Then Ann Oro's friends left.", ["per Ann Oro"]],
    ["particles", "We met Odda van der Brisk there.", ["per Odda van der Brisk"]],
    ["al-", "We met Bashar al-Tarn there.", ["per Bashar al-Tarn"]],
    ["initials", "We met J. R. Tolan there.", ["per J. R. Tolan"]],
    ["Jr.", "We met Ann Tolan Jr. there.", ["per Ann Tolan Jr."]],
    ["two people", "We met Ann Smith and Jon Jones there.", ["per Ann Smith", "per Jon Jones"]],
    ["a firm", "We bought it of Brisk & Brisk there.", ["? Brisk & Brisk"]],
    ["of", "He left the University of Tolby early.", ["org University of Tolby"]],
    ["of the", "He left the Ministry of the Sea early.", ["org Ministry of the Sea"]],
    [
      "and, inside",
      "He left the Institute for War and Peace Reporting early.",
      ["org Institute for War and Peace Reporting"],
    ],
    [
      "and, between two",
      "He left the University of Tolby and Ann Oro early.",
      ["org University of Tolby", "per Ann Oro"],
    ],
    ["an owner's body", "They asked the Trawlermen's League today.", ["org Trawlermen's League"]],
    ["a saint's", "They asked St Ada's Hospital today.", ["org St Ada's Hospital"]],
    [
      "a people before a person",
      "The Tuvaluan singer Ann Oro left.",
      ["nat Tuvaluan", "per Ann Oro"],
    ],
    [
      "a people inside a body",
      "The Tuvaluan Foreign Ministry left.",
      ["org Tuvaluan Foreign Ministry"],
    ],
    ["two places", "The Tuvalu-Nauru talks ended.", ["pla Tuvalu", "pla Nauru"]],
    ["one place with a hyphen", "He left Ostra-Vell by night.", ["? Ostra-Vell"]],
    ["what backs it is no part", "The Tuvalu-backed group left.", ["pla Tuvalu"]],
    ["days and months", "On Monday 3 May Ann Oro left.", ["per Ann Oro"]],
    ["addresses", "See https://example.org/Ann_Oro and @Ann_Oro.", []],
  ])("%s: %s", (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("what it names", () => {
  test.each<[string, string, string]>([
    ["a people", "Then the Tuvaluans left.", "nat Tuvaluans"],
    ["a country", "They left for Tuvalu.", "pla Tuvalu"],
    ["a river", "They swam the Sabbel River.", "pla Sabbel River"],
    ["a strait", "They crossed the Strait of Sabbel.", "pla Strait of Sabbel"],
    ["a party", "He joined the Sabbel Works Party.", "org Sabbel Works Party"],
    ["a law is of no kind", "He read the Sabbel Harbour Act.", "? Sabbel Harbour Act"],
    ["a treaty", "He read the Treaty of Sabbel.", "? Treaty of Sabbel"],
    ["after a role", "They asked the poet Sabbel.", "per Sabbel"],
    ["with an age", "They asked Sabbel, 43, today.", "per Sabbel"],
    ["with who", "They asked Sabbel, who left.", "per Sabbel"],
    ["with an apposition", "They asked Sabbel, a retired teacher, today.", "per Sabbel"],
    ["in a place", "They met in Sabbel.", "pla Sabbel"],
    ["near a place", "They met near Sabbel.", "pla Sabbel"],
    ["the village of", "They met in the village of Sabbel.", "pla Sabbel"],
    ["an acronym", "They asked the BWX about it.", "org BWX"],
    ["a camp", "They asked the Republicans about it.", "? Republicans"],
    ["nothing tells it", "They asked Sabbel about it.", "? Sabbel"],
  ])("%s: %s", (_, text, expected) => {
    expect(shown(text)).toContain(expected);
  });

  test("a word for a people makes the other word a place", () => {
    expect(shown("Then Sabbel denied it. Later a Sabbelian boat sank.")).toEqual([
      "pla Sabbel",
      "nat Sabbelian",
    ]);
  });
});

describe("which names are of one", () => {
  test.each<[string, string, string[]]>([
    ["a last name", "Ann Oro came. Then Oro left.", ["per Ann Oro", "per Oro = Ann Oro"]],
    ["a first name", "Ann Oro came. Then Ann left.", ["per Ann Oro", "per Ann = Ann Oro"]],
    [
      "a longer name later",
      "Then Ann Oro came. Later Ann Oro West left.",
      ["per Ann Oro = Ann Oro West", "per Ann Oro West"],
    ],
    [
      "two of one last name: open",
      "Ann Oro met Jon Oro. Then Oro left.",
      ["per Ann Oro", "per Jon Oro", "per Oro"],
    ],
    [
      "first letters",
      "The Ministry of the Sea denied it. Later the MoS left.",
      ["org Ministry of the Sea", "org MoS = Ministry of the Sea"],
    ],
    [
      "another place with the same last word",
      "They left West Tuvalu. Then they left Tuvalu.",
      ["pla West Tuvalu", "pla Tuvalu"],
    ],
    [
      "a noun by its role",
      "Mayor Ann Oro came. Then the mayor left.",
      ["per Ann Oro", "per the mayor = Ann Oro (noun)"],
    ],
    [
      "a noun by its word in the name",
      "The Ministry of the Sea spoke. Then the ministry left.",
      ["org Ministry of the Sea", "org the ministry = Ministry of the Sea (noun)"],
    ],
    [
      "two ministries: open",
      "Then the Ministry of Works met the Ministry of Roads. Later the ministry left.",
      ["org Ministry of Works", "org Ministry of Roads"],
    ],
    [
      "somebody brought in without a name: open",
      "Ann Oro came. Then a doctor spoke. Later the doctor left.",
      ["per Ann Oro"],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe("how the text is written", () => {
  test.each<[string, string, string[]]>([
    [
      "a headline: only what the text names",
      "Ann Oro Leaves Harbour After Long Night\nThen Ann Oro left.",
      ["per Ann Oro", "per Ann Oro"],
    ],
    [
      "a line of capitals",
      "MINISTRY OF THE SEA\nThen the Ministry of the Sea spoke.",
      ["org MINISTRY OF THE SEA = Ministry of the Sea", "org Ministry of the Sea"],
    ],
    [
      "a chat in small letters",
      "so they left tuvalu on twitter and the fijians did too lol",
      ["pla tuvalu", "org twitter", "nat fijians"],
    ],
    ["capitals for stress there", "this is so HUGE for us all lol", []],
    ["a sentence's first word", "Demonstrators left. Hours later it rained.", []],
  ])("%s: %s", (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test("another language does not break it", () => {
    expect(() => read("Вчера министр Анна Оро уехала в Толби. Այսօր։")).not.toThrow();
  });
});

test("an actor of the case file has its name, its id and its kind", () => {
  const actors: NamedActor[] = [
    { id: "heron", names: ["Grey Heron", "the ferry"], kind: "ship" },
    { id: "norda", names: ["Norda", "Nordan"], kind: "state" },
    { id: "oro", names: ["Ann Oro", "Oro"], kind: "person" },
  ];
  const text = "Then Oro saw the Grey Heron leave Norda with a Nordan crew.";
  const mentions = createMentionsReader(lexicon, actors)(readProse(text));
  expect(mentions.map(({ kind, name, actor }) => [kind, name, actor])).toEqual([
    ["person", "Ann Oro", "oro"],
    [null, "Grey Heron", "heron"],
    ["place", "Norda", "norda"],
    ["nationality", "Norda", "norda"],
  ]);
});

describe("whom a noun and a pronoun stand for", () => {
  const readNames = createNamesReader(lexicon);
  /** The words between « and » in the text, and the name that they stand for. */
  const meant = (marked: string) => {
    const start = marked.indexOf("«");
    const end = marked.indexOf("»") - 1;
    const text = marked.replace(/[«»]/g, "");
    return readNames(readProse(text)).meant({ start, end }, { quotes: [], lastSpeaker: null })
      ?.name;
  };

  test.each<[string, string, string | undefined]>([
    ["a company near", "Then Peabrook Mining closed. «The company» left.", "Peabrook Mining"],
    ["no platform", "Then they read Twitter. «The company» left.", undefined],
    ["no acronym for a company", "Then they met the BWX. «The company» left.", undefined],
    ["a group near", "Then the BWX met. «The group» left.", "BWX"],
    ["an outlet near", "Then Reuters reported. «The agency» left.", "Reuters"],
    ["no outlet for a company", "Then they read Reuters. «The company» left.", undefined],
    ["no body for an outlet", "Then they met the BWX. «The newspaper» left.", undefined],
    [
      "members of one kind",
      "Then the Weavers Federation met. «The union» left.",
      "Weavers Federation",
    ],
    ["no company for a union", "Then Peabrook Mining met. «The union» left.", undefined],
    [
      "a ministry by its word",
      "Then the Ministry of Weirs met. «The ministry» left.",
      "Ministry of Weirs",
    ],
    ["no other for a ministry", "Then the BWX met. «The ministry» left.", undefined],
    ["nor for a government", "Then the Weir Office met. «The government» left.", undefined],
    ["nor for a campaign", "Then the BWX met. «The campaign» left.", undefined],
    ["another court", "Then the Supreme Court met. «The appeals court» left.", undefined],
    ["that court", "Then the Court of Appeals met. «The appeals court» left.", "Court of Appeals"],
    ["a government of somebody's", "Then the BWX met. «The hesk government» left.", undefined],
    ["a mayor", "Mayor Ann Oro came. «The former mayor» left.", "Ann Oro"],
    ["another mayor", "Mayor Ann Oro came. «The deputy mayor» left.", undefined],
    ["that deputy", "Deputy Mayor Ann Oro came. «The deputy mayor» left.", "Ann Oro"],
    ["no office by nearness", "Then Ann Oro came. «The mayor» left.", undefined],
    ["nor a trade", "Then Ann Oro came. «The painter» left.", undefined],
    ["an age by nearness", "Then Ann Oro came. «The 34-year-old» said so.", "Ann Oro"],
    [
      "a body that does nothing there",
      "They ran past the Weir Office. «The group» left.",
      undefined,
    ],
    ["a city", "Then the city of Tolby spoke. «The city» left.", "Tolby"],
    ["somebody else's office", "In Ostra, the harbour office met. «The office» left.", undefined],
    ["she", "Then Mrs. Ann Oro came. «She» left.", "Ann Oro"],
    ["not he", "Then Mrs. Ann Oro came. «He» left.", undefined],
    ["a mother between", "Ann Oro left. My mother stayed, and «she» slept.", undefined],
    ["an object that nothing tells", "They spoke of Ann Oro. Then «she» left.", undefined],
    ["somebody unnamed opens", "The Ostra clerk sat near Mr. Oro. «He» left.", undefined],
    ["whose it is comes behind", "Mr. Oro left. In «his» letter Jon Brisk spoke.", undefined],
    ["a pope in the sentence before", "They met the pope. Ann Oro came. «She» left.", "Ann Oro"],
    ["two who fit", "Ann Oro told Kim Vell the truth after «she» left.", undefined],
    ["it", "The Ministry of Weirs met. «It» left.", "Ministry of Weirs"],
    ["nobody's it", "The Ministry of Weirs met. «It» is worth a look.", undefined],
    ["an object is no it", "The storm hit the Ministry of Weirs. «It» left.", undefined],
    ["kin", "Then his wife Ann Oro came. «His wife» left.", "Ann Oro"],
    ["no lawyer but his", "Then her lawyer Ann Oro came. «His lawyer» left.", undefined],
  ])("%s: %s", (_, marked, expected) => {
    expect(meant(marked)).toBe(expected);
  });

  test("a title tells two of one last name apart", () => {
    const text = "Then Mr. Oro spoke. Later the first lady, Ann Oro, left.";
    expect(shown(text)).toEqual(["per Oro", "per Ann Oro"]);
  });

  test.each([
    [
      "the place of an office speaks not itself",
      "The mayor of Sabbel said that it was over.",
      "? Sabbel",
    ],
    [
      "a camp is short for no body",
      "They met the Sabbel Republicans. Then Republicans left.",
      "? Republicans",
    ],
    [
      "a camp and a place behind a name name nobody",
      "Then Ann Oro, R-Sabbel, left.",
      "per Ann Oro",
    ],
    ["a surname of two letters", "They met Ann Xi today.", "per Ann Xi"],
  ])("%s: %s", (_, text, expected) => {
    expect(shown(text)).toContain(expected);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ..."Ann,Oro,Tuvalu,Tuvaluan,Ministry,of,the,Sea,and,&,-,'s,.,Mayor,St,van,al-,BWX,J.,U.S.,said,he,“,”,\n, ,(,),1974,Jr.,Congress,HUGE,who,in".split(
      ",",
    ),
  );
  const sample = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" "));

  test("offsets are sound, mentions are in order, rules are known, and it is the same again", () => {
    fc.assert(
      fc.property(sample, (text) => {
        const found = read(text);
        let last = 0;
        for (const one of found) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.end).toBeLessThanOrEqual(text.length);
          expect(one.name.trim()).not.toBe("");
          expect(Object.keys(namesRules)).toContain(one.rule);
          last = one.start;
        }
        expect(read(text)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  test("exchanging two names of a class exchanges the mentions and nothing else", () => {
    const pairs: Readonly<Record<string, string>> = {
      Oro: "Tarn",
      Tarn: "Oro",
      Tuvalu: "France",
      France: "Tuvalu",
    };
    const swap = (text: string) =>
      text.replace(/\b(?:Oro|Tarn|Tuvalu|France)\b/g, (name) => pairs[name] ?? name);
    const words = fc.constantFrom(
      ..."Ann Oro,Tarn,Oro,Tuvalu,France,said,that,the,Mayor,in,left,and,. Then,of,Ministry of".split(
        ",",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (list) => {
        const text = `Then ${list.join(" ")}.`;
        expect(shown(swap(text))).toEqual(shown(text).map(swap));
      }),
      { numRuns: 300 },
    );
  });

  // Anything quadratic runs into the test's own time limit here.
  test.each([
    ["names", "Ann Oro "],
    ["different names", ""],
    ["links", "Ministry of "],
    ["hyphens", "Oro-"],
    ["capitals", "A"],
    ["nouns", "the mayor and the ministry "],
    ["full stops", "J. "],
  ])("long runs of %s are read in time", (_, text) => {
    const long =
      text === ""
        ? Array.from(
            { length: 8000 },
            (_, at) => `Then Xa${at.toString(36)}o Ya${at.toString(36)}a left. `,
          ).join("")
        : text.repeat(100_000 / text.length);
    expect(() => read(long)).not.toThrow();
  });
});

test("the 34-year-old is nobody whom the byline alone names", () => {
  const text = "Report: Ilven Tarsk\n\nThe 34-year-old said that it was over.";
  const readNames = createNamesReader(lexicon);
  const place = { start: text.indexOf("The 34"), end: text.indexOf(" said") };
  const around = { quotes: [], lastSpeaker: null };
  const byline = { start: 0, end: "Report: Ilven Tarsk".length };
  expect(readNames(readProse(text)).meant(place, around)?.name).toBe("Ilven Tarsk");
  expect(readNames(readProse(text), [byline]).meant(place, around)).toBeNull();
});
