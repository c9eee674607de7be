import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createProseReader } from "../sentences/tokens.ts";
import { createNoiseReader } from "./noise.ts";

const lexicon = loadLexicon(fileURLToPath(new URL("../../../lexicons", import.meta.url)));
const readProse = createProseReader(lexicon);
const readNoise = createNoiseReader(lexicon);

function read(text: string): string[] {
  return readNoise(readProse(text)).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );
}

const body = [
  "The ferry Maro struck the pier of Brenna on Monday, the harbour master said, and took in water.",
  "Passengers had waited on deck since the early morning because the strait was closed to traffic.",
  "The harbour union asked for an inquiry into the state of the pier and of the older ferries.",
];
/** The body with something between its paragraphs. */
const amid = (line: string) => [body[0], line, body[1], body[2]].join("\n\n");

describe("lines of the page", () => {
  test.each([
    ["navigation", "https://twitter.com/harbourpost/status/1315"],
    ["navigation", "<https://harbour.example/ferry>"],
    ["navigation", "Advertisement"],
    ["navigation", "Read more"],
    ["navigation", "Sign up for our newsletter"],
    ["navigation", "Follow us on Telegram."],
    ["related", "READ ALSO: Ferry owner sold two ships in May"],
    ["related", "Island Council Rejects Plan for New Lighthouse"],
    ["byline", "By Ana Maron, Harbour Post"],
    ["byline", "@anamaron"],
    ["byline", "ana.maron@harbour.example"],
    ["caption", "Photo: Ana Maron"],
    ["caption", "Boats in the strait in May. (Ana Maron/Getty Images)"],
    ["caption", "This map shows the strait and the two ports."],
    ["caption", "![Boats in the strait](boats.jpg)"],
    ["caption", "Boats wait in the strait on Sunday. Picture: Ana Maron/Harbour Press"],
    ["boilerplate", "Get the Harbour Post in your inbox every morning."],
    ["boilerplate", "This article was amended on 5 May 2020 to mend the name of the ferry."],
    ["related", "Also read: What is a lightship?"],
    [
      "caption",
      "The mayor, holding the key of the old harbour, at the gate of the port, August 2019.",
    ],
    ["boilerplate", "© Harbour Post 2020. All rights reserved."],
    ["boilerplate", "(Reporting by Ana Maron; editing by Luc Teren)"],
    ["boilerplate", "The views expressed in this article are those of the author."],
    ["navigation", "214 shares"],
    ["navigation", "Home » News » Regions"],
    ["navigation", "Was this page helpful?"],
    ["navigation", "Fog on the pier tonight pic.twitter.com/4j2ZCab"],
    ["navigation", "— Ana Maron (@anamaron) May 5, 2020"],
    ["related", "→ Inside the last night shift"],
    ["related", "MORE ON THIS STORY: Who owns the pier?"],
    ["related", "[Watch the ferry leave the harbour]"],
    ["caption", "Boats in the strait in May. (Ana Maron / Harbour Post)"],
    ["caption", "Ana Maron/Northwire"],
    ["caption", "[2/7] Boats wait in the strait on Sunday."],
    ["boilerplate", "Please donate, so that our reporting stays free for all."],
    ["boilerplate", "You can change your cookie preferences, and you can unsubscribe at any time."],
    ["boilerplate", "Contact reporter Ana Maron at maron@harbour.example or 555-0142."],
  ])("%s: %s", (kind, line) => {
    expect(read(amid(line))).toEqual([`${kind}: ${line}`]);
  });

  test.each([
    ["a heading", "The history of the strait"],
    ["a heading in headline case without a verb", "New Round of Talks on the Strait"],
    ["a question as a heading", "What is happening in Brenna now?"],
    ["a heading that its section takes up", "Passengers Wait on Deck Since Early Morning"],
    ["a list entry", "1. The pier was built in 1921"],
    ["a sentence about a section", "World leaders met in Brenna and asked for calm in the strait."],
    ["a sentence about a picture", "The picture is bleak, the union said in its yearly report."],
    [
      "a sentence about sharing",
      "Share prices of the two ferry companies fell by a third on Tuesday.",
    ],
    ["a short quotation", "“Not one more day.”"],
    ["an answer", "No."],
    ["a sentence about subscribers", "Subscribers to the paper wrote to the mayor, who had asked."],
    ["a request that somebody quotes", "“Please donate to our harbour,” the union asked."],
    ["a sentence with a slash", "The vote was split between the Harbour/Works list and the rest."],
    ["a date that something happened on", "It was closed on 5 May 2019."],
  ])("not noise: %s: %s", (_, line) => {
    expect(read(amid(line))).toEqual([]);
  });
});

test("section name, byline and date over a text", () => {
  const text = [
    "World",
    "Ferry strikes pier in Brenna",
    "By Ana Maron",
    "Updated 5 May 2020, 14:05 GMT",
    ...body,
  ].join("\n\n");
  expect(read(text)).toEqual([
    "navigation: World",
    "byline: By Ana Maron",
    "byline: Updated 5 May 2020, 14:05 GMT",
  ]);
});

test.each([
  ["By Ana Maron and Luc Teren | Published 5 May 2020 at 09:10 | 3 min read"],
  ["By Ana Maron, Brenna · 5 May 2020"],
  ["BRENNA, 5 May 2020"],
  ["Old Harbour, 5 May 2020"],
  ["MINISTRY OF WORKS AND ROADS"],
])("a line over a text: %s", (line) => {
  expect(read(["Ferry strikes pier in Brenna", line, ...body].join("\n\n"))).toEqual([
    `byline: ${line}`,
  ]);
});

test.each([
  ["a heading in capitals", "THE FERRY AND THE PIER"],
  ["a place and a year in a sentence", "Brenna, 2020 metres from the pier"],
])("not a line over a text: %s: %s", (_, line) => {
  expect(read(["Ferry strikes pier in Brenna", line, ...body].join("\n\n"))).toEqual([]);
});

test("a name between title and date, not a title between section and date", () => {
  const head = ["Ferry strikes pier in Brenna", "Ana Maron", "5 May 2020 · 3 min read"];
  expect(read([...head, ...body].join("\n\n"))).toEqual([
    "byline: Ana Maron",
    "byline: 5 May 2020 · 3 min read",
  ]);
  expect(read(["Island", "Ferry Strikes Pier", "5 May 2020", ...body].join("\n\n"))).toEqual([
    "byline: 5 May 2020",
  ]);
});

test("titles under a line for other texts, up to the next sentence", () => {
  const text = [
    ...body,
    "Most read",
    "- Two ships sold",
    "- Who owns the pier?",
    "Night trains return",
  ];
  expect(read(text.join("\n\n"))).toEqual([
    "navigation: Most read",
    "related: - Two ships sold",
    "related: - Who owns the pier?",
    "related: Night trains return",
  ]);
});

test("what only its place gives away", () => {
  const head = [
    "Ferry strikes pier in Brenna",
    "Ana Maron",
    "Staff Reporter | 5 May 2020, 6:30 pm",
  ];
  const foot = ["Most read", "Two ships sold", "Previous", "1", "Next", "Fog bank moves south"];
  expect(read([...head, ...body, ...foot].join("\n\n"))).toEqual([
    "byline: Ana Maron",
    "byline: Staff Reporter | 5 May 2020, 6:30 pm",
    "navigation: Most read",
    "related: Two ships sold",
    "navigation: Previous",
    "related: 1",
    "navigation: Next",
    "related: Fog bank moves south",
  ]);
});

test("all after the end mark of a release", () => {
  const note = "The port authority runs two harbours and has 220 employees in all.";
  const release = [...body, ...body.map((text) => text.replace("ferry", "ship")), "-ENDS-", note];
  expect(read(release.join("\n\n"))).toEqual(["boilerplate: -ENDS-", `boilerplate: ${note}`]);
});

test("front matter, and no dashes that part sections", () => {
  const front = ["---", "title: Ferry strikes pier", "date: 2031-05-04", "---"];
  expect(read([...front, ...body].join("\n"))).toEqual(front.map((line) => `boilerplate: ${line}`));
  expect(read(["---", ...body, "---", ...body.slice(1)].join("\n"))).toEqual([]);
});

test("a caption that a page gives twice", () => {
  const caption = "The ferry Maro lies at the pier of Brenna on the morning after.";
  expect(read([caption, caption, ...body].join("\n\n"))).toEqual([`boilerplate: ${caption}`]);
});

test("a note about the author at the foot", () => {
  const note = "Ana Maron is a poet and lives in Brenna.";
  expect(read(["Ferry strikes pier", "By Ana Maron", ...body, note].join("\n\n"))).toEqual([
    "byline: By Ana Maron",
    `boilerplate: ${note}`,
  ]);
  expect(read(["Ferry strikes pier", "By Luc Teren", ...body, note].join("\n\n"))).toEqual([
    "byline: By Luc Teren",
  ]);
});

test("a title that a writer in lower case led in to", () => {
  const text = [
    ...body,
    "then there is this, on what became of the old boats",
    "Old Boats of Brenna were sold abroad. Some call it theft",
    "and that was that.",
  ].join("\n\n");
  expect(read(text)).toEqual(["related: Old Boats of Brenna were sold abroad. Some call it theft"]);
});

describe("unrelated matter at the end", () => {
  const heard = [
    "divers about the cracked hull, which had been painted over in the yard two winters ago",
    "pilots about the radar that went dark in fog, and about a signal lamp nobody could repair",
    "owners about insurance, wages and the loan with which the company bought its third ferry",
    "engineers about rust in the rudder shaft, oil in the bilge and a pump from another vessel",
    "witnesses about shouting on deck, children in life jackets and rope that snapped twice",
    "officials about licences, inspections left undone and letters that stayed without reply",
  ];
  const long = heard.map((what) => `${body.join(" ")} The inquiry heard ${what}.`).join("\n\n");
  const programme = [
    "Evening Songs: Orchard, Kitchen and Candle",
    "A gardener plants forty apple trees for her grandmother, a baker loses his sourdough and finds a friend, and twin sisters quarrel about a piano before a village wedding. Recipes, riddles and lullabies fill the hour.",
    "Hosted by: Iva Lorn",
    "Performers: Odo Vell, Mira Sand, Pia Tuck",
  ].join("\n\n");
  test("is one passage", () => {
    expect(read(`${long}\n\n${programme}`)).toEqual([`unrelated: ${programme}`]);
  });
  const strike = [
    "Bakers of Tarn stop work",
    "TARN — Forty bakeries stayed shut on Friday, and loaves were sold from lorries at double price.",
    "Flour has risen by a fifth since January, according to the guild of millers in Tarn.",
  ].join("\n\n");
  test("in the middle, under a headline of its own", () => {
    const paragraphs = long.split("\n\n");
    const whole = [...paragraphs.slice(0, 3), strike, ...paragraphs.slice(3)].join("\n\n");
    expect(read(whole)).toEqual([`unrelated: ${strike}`]);
  });
  test("a digest of many texts has none", () => {
    const dishes = ["herring", "barley", "saffron", "cabbage", "walnut"].map(
      (dish, at) =>
        `Market ${at + 1}: ${dish}\n\nCooks of Quarter ${dish}ham boiled ${dish} with ${dish}seed, ${dish}oil, ${dish}root, ${dish}leaf, ${dish}salt, ${dish}wine, ${dish}broth, ${dish}cream and ${dish}bread.`,
    );
    expect(read(`${long}\n\n${dishes.join("\n\n")}`)).toEqual([]);
  });
  test("the greater part of a text is not", () => {
    const syllables = ["bar", "dem", "fil", "gop", "hut", "kas", "lem", "mip", "nor", "pud", "ras"];
    const strange = syllables.flatMap((a) => syllables.map((b) => `${a}${b}`)).join(" ");
    expect(read(`${long}\n\nA Chant of the Hills\n\nThey sang ${strange}.`)).toEqual([]);
  });

  test("the last section of the text itself is not", () => {
    const last =
      "What comes next\n\nThe inquiry of the harbour union will hear the owners of the ferry and the pilots again in June, and the pier of Brenna stays closed to ships and passengers until the company has paid for repairs to hull, engine and radar, the harbour master said.";
    expect(read(`${long}\n\n${last}`)).toEqual([]);
  });
});

describe("for any text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "World",
      "By Ana Maron",
      "Photo: X",
      "",
      "",
      "Discuss",
      "https://a.example/b",
      ...body,
    ),
    fc.string({ maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('"', "“", "(", "1", " ", "A", "a", ".", "-"),
      maxLength: 80,
    }),
  );
  test("spans lie in the text, in order, without overlap, the same each time", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const noise = readNoise(readProse(text));
        let end = 0;
        for (const span of noise) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          end = span.end;
        }
        expect(readNoise(readProse(text))).toEqual(noise);
      }),
      { numRuns: 60 },
    );
  });
});
