import { describe, expect, test } from "vitest";
import { cardOf } from "../../../tests/fixtures/card.ts";
import type { DocumentCard } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { type CompareInput, memoryInput } from "../input.ts";
import { createAsk } from "./ask.ts";
import { cellsOf, withEvent } from "./cells.ts";
import { findClaims } from "./find.ts";
import { likenessByWords } from "./likeness.ts";
import { withoutListed } from "./listed.ts";
import { indexPassages, type PassageIndex } from "./passages.ts";
import { readTermsWith } from "./statement.ts";

const reader = createReader(loadLexicon(new URL("../../../lexicons", import.meta.url).pathname), {
  names: ["Velm", "Velmish", "Tarsa", "Tarsan", "Brenn", "Hesk", "Tolby"],
});

function caseOf(texts: readonly string[]): CompareInput {
  return memoryInput(
    { title: "", language: "en", sides: [], sources: [], actors: [], packs: [], checklist: [] },
    texts.map((text, at) => {
      const id = `text ${at}`;
      const document = documentOf(text, { id, completeness: "full" });
      const card = cardOf(id, { words: text.split(/\s+/).length });
      return { card, text, readings: reader(document) };
    }),
  );
}

function indexOf(texts: readonly string[]): Promise<PassageIndex> {
  return indexPassages(caseOf(texts), readTermsWith(reader));
}

/** The cells of a statement asked of one text. */
async function cellOf(statement: string, text: string) {
  const ask = createAsk({ index: await indexOf([text]), reader });
  const [cell] = ask(statement).cells;
  return cell;
}

describe("who does what to whom", () => {
  const same = "Velmish gunners shelled the Tarsan harbour on Friday.";
  test.each([
    ["Velm rammed a boat of Tarsa off the bank.", "Tarsa rammed a boat of Velm off the bank."],
    ["The pilot rammed the pier off the bank.", "The pier rammed the pilot off the bank."],
    ["Velm shelled the town held by Tarsa.", "Tarsa shelled the town held by Velm."],
    [
      "The crew shelled the town held by the police.",
      "The police shelled the town held by the crew.",
    ],
    ["Velm was accused by Tarsa of theft at sea.", "Tarsa was accused by Velm of theft at sea."],
    [
      "The pilot warned the harbour master twice.",
      "The pilot was warned by the harbour master twice.",
    ],
    ["After the storm, the trawler hit the pier.", "After the storm, the pier hit the trawler."],
    [same, "Tarsan gunners shelled the Velmish harbour on Friday."],
    [
      "Brenn, a mayor of Tolby, sued Hesk over the bridge.",
      "Hesk sued Brenn, a mayor of Tolby, over the bridge.",
    ],
    ["The boat that Velm built hit the old pier.", "The old pier hit the boat that Velm built."],
  ])("%j is not %j", async (one, other) => {
    const index = await indexOf([one, other]);
    expect(likenessByWords(index).score(0, 1)).toBe(0);
    const ask = createAsk({ index, reader });
    for (const [statement, own] of [
      [one, "text 0"],
      [other, "text 1"],
    ] as const) {
      const cells = ask(statement).cells.filter(({ stance }) => stance !== "unknown");
      expect(cells.map(({ documentId }) => documentId)).toEqual([own]);
    }
  });

  test.each([
    ["Velm rammed a Tarsan boat off the bank.", "A Tarsan boat was rammed by Velm off the bank."],
    [
      "The cutter rammed the ferry off the bank.",
      "Off the bank the ferry was rammed by the cutter.",
    ],
    ["Velm shelled the town held by Tarsa.", "The town held by Tarsa was shelled by Velm."],
    ["Velm and Tarsa shelled each other.", "Tarsa and Velm shelled each other."],
    ["The pilot rammed the old pier.", "The pilot, who came from Velm, rammed the old pier."],
    ["The ferry was rammed off the bank.", "A cutter rammed the ferry off the bank."],
    ["The mayor said that Brenn had sued Hesk.", "Brenn sued Hesk, the mayor said."],
    [same, "On Friday Velmish gunners twice shelled the Tarsan harbour."],
    ["Velm shelled Tarsa and Tarsa shelled Velm.", "Tarsa shelled Velm and Velm shelled Tarsa."],
    ["Police who arrested Brenn released Hesk.", "Hesk was released by police who arrested Brenn."],
  ])("%j is %j", async (one, other) => {
    const index = await indexOf([one, other]);
    expect(likenessByWords(index).explain(0, 1).apart).not.toBe("roles");
    const ask = createAsk({ index, reader });
    for (const statement of [one, other]) {
      const cells = ask(statement).cells.filter(({ stance }) => stance !== "unknown");
      expect(cells).toHaveLength(2);
    }
  });

  test.each([
    ["@A started the fighting.", "@B, which started the war, now asks @A for a truce.", "-+"],
    ["@A started the fighting.", "@B accused @A of starting the fighting.", "+-"],
    ["@A started the fighting.", "@A and @B accused each other of starting the fighting.", "++"],
    ["@A started the fighting.", "The fighting that @B started has cost @A two villages.", "-+"],
    ["@A started the fighting.", "@A was blamed by @B for starting the fighting.", "+-"],
    ["@A attacked @B.", "@A's attack on @B came before dawn.", "+-"],
    ["@A attacked @B.", "The attack on @B by @A came before dawn.", "+-"],
    ["@A attacked @B.", "@A came under attack from @B.", "-+"],
    ["@A violated the truce.", "@A signed the truce; @B violated it within an hour.", "-+"],
    ["@A violated the truce.", "@A said that the truce had been violated by @B.", "-+"],
    ["Brenn supplies arms to @A.", "@B said that Brenn had supplied arms to @A.", "+-"],
  ])("%j in %j: %s, and so with the names exchanged", async (statement, text, want) => {
    const named = (words: string, a: string, b: string) =>
      words.replaceAll("@A", a).replaceAll("@B", b);
    const near =
      "The ferries of Velm sail to Tarsa. A school in Tarsa has a pond, one in Velm none.";
    for (const [a, b] of [
      ["Velm", "Tarsa"],
      ["Tarsa", "Velm"],
    ] as const) {
      const checklist = [named(statement, a, b), named(statement, b, a)];
      const index = await indexOf([named(text, a, b), near]);
      const ask = createAsk({ index, reader, checklist });
      const says = checklist.map((line) => {
        const cell = ask(line).cells.find(({ documentId }) => documentId === "text 0");
        return cell?.stance === "asserts" || cell?.stance === "attributes" ? "+" : "-";
      });
      expect(says.join("")).toBe(want);
    }
  });

  test("a likeness tells that roles keep two passages apart", async () => {
    const index = await indexOf([same, "Tarsan gunners shelled the Velmish harbour on Friday."]);
    expect(likenessByWords(index).explain(0, 1)).toMatchObject({ score: 0, apart: "roles" });
  });

  test("a likeness is told term by term", async () => {
    const index = await indexOf([
      same,
      "On Friday Velmish gunners shelled a Tarsan harbour again.",
    ]);
    const { score, terms, apart } = likenessByWords(index).explain(0, 1);
    expect(apart).toBeNull();
    expect(score).toBeGreaterThan(0.5);
    expect(terms.map(({ term }) => term)).toContain("gunner");
    expect(terms.every(({ weight }) => weight > 0)).toBe(true);
  });
});

describe("a denial in words that point back", () => {
  const charge = "Brenn said that the pilot of the ferry was asleep.";
  const statement = "The pilot of the ferry was asleep.";
  test.each([
    [`${charge} Hesk denied that.`, "denies", true],
    [`${charge} The ministry rejected the claim.`, "denies", true],
    [`${charge} Asked about it, the captain called this untrue.`, "denies", true],
    [`${charge} The charge was dismissed by the company.`, "denies", true],
    [`${charge} That is untrue.`, "denies", false],
    [`${charge} The story is simply not true.`, "denies", false],
    [`${charge}\n\n“That is a lie,” said Hesk.`, "denies", true],
    [
      "As for the charge that the pilot of the ferry was asleep, the ministry denied it.",
      "denies",
      true,
    ],
    [`${charge} Hesk confirmed that.`, "attributes", false],
    [`${charge} Hesk did not deny that.`, "attributes", false],
    [`${charge} The ministry rejected the budget.`, "attributes", false],
    [`${charge} Hesk denied that the radio was off.`, "attributes", false],
    [`${charge} That is true.`, "attributes", false],
    [`${charge} The harbour was closed. Nobody swam. Hesk denied that.`, "attributes", false],
    [`${statement} Hesk denied that.`, "asserts", false],
  ])("%j %s", async (text, stance, reported) => {
    const cell = await cellOf(statement, text);
    expect(cell).toMatchObject({ stance, reported });
  });

  test("both passages are shown, and who denies is named", async () => {
    const cell = await cellOf(statement, `${charge} Hesk denied that.`);
    expect(cell?.passages.map(({ text }) => text)).toEqual([charge, "Hesk denied that."]);
    expect(cell).toMatchObject({ attributedTo: "Hesk", also: ["attributes"], rule: "denied-next" });
  });

  test("what the writer says and another denies is both", async () => {
    const cell = await cellOf(statement, `${statement} Hesk denied that.`);
    expect(cell).toMatchObject({ stance: "asserts", also: ["denies"] });
  });
});

describe("a headline", () => {
  test.each([
    ["Velm and Tarsa have signed a truce.", "Velm, Tarsa truce never happened", "denies"],
    ["Velm and Tarsa have signed a truce.", "Velm and Tarsa sign a truce", "asserts"],
    ["Velm and Tarsa have signed a truce.", "Velm, Tarsa truce signed: reports", "attributes"],
    ["Brenn will play Hesk in a film.", "Brenn quits film about Hesk", "denies"],
    ["Brenn will play Hesk in a film.", "Brenn plays Hesk in a film with no songs", "asserts"],
  ])("%j: %j %s", async (statement, text, stance) => {
    expect((await cellOf(statement, text))?.stance).toBe(stance);
  });
});

test("a report of another event is not silent about this one", async () => {
  const texts = ["The pilot of the ferry was asleep.", "A barn burned in Tolby."];
  const published = ["2031-05-03", "2031-05-09"];
  const input = caseOf([...texts, "Brenn sold the ferry in May."]);
  const documents = input.documents.map((card, at) => ({
    ...card,
    published: published[at] ?? "2031-05-09",
  }));
  const index = await indexPassages({ ...input, documents }, readTermsWith(reader));
  const eventOf = new Map([
    ["text 0", "night"],
    ["text 1", "barn"],
    ["text 2", "night"],
  ]);
  const claim = createAsk({ index, reader, eventOf })("The pilot of the ferry was asleep.");
  const told = (cards: readonly DocumentCard[]) =>
    cellsOf(claim, cards).map(({ stance, rule }) => `${stance}: ${rule}`);
  expect(claim.events).toEqual(["night"]);
  expect(told(documents.map((card) => withEvent(card, { eventOf })))).toEqual([
    "asserts: own-voice",
    "unknown: other-event",
    "silent: silent",
  ]);
  expect(told(documents)).toEqual(["asserts: own-voice", "silent: silent", "silent: silent"]);
});

describe("a found claim that the checklist tells already", () => {
  const ramming = "The patrol boat rammed the mail barge off the Tolby bank.";
  const storm = "A winter storm closed the Brenn school for nine days.";
  const texts = [
    `${ramming} ${storm}`,
    `On Friday the patrol boat rammed the mail barge near the Tolby bank. ${storm}`,
    "A clerk said the patrol boat rammed the mail barge at the Tolby bank.",
  ];
  test.each([
    ["is left out", "The patrol boat rammed the mail barge.", [storm]],
    ["stays where the statement has few of its words", "The boat was painted.", [ramming, storm]],
    ["stays where no passage of it is evidence", "A patrol boat has a mast.", [ramming, storm]],
  ])("%s", async (_, statement, left) => {
    const deps = { index: await indexOf(texts), reader };
    const rest = withoutListed(
      findClaims(deps),
      [createAsk(deps)(statement, "checklist")],
      deps.index,
    );
    expect(rest.map((claim) => claim.statement)).toEqual(left);
  });
});
