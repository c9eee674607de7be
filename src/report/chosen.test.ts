import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { documents, findings, weirCase } from "../../tests/fixtures/weir.ts";
import { reviewClaims } from "../compare/judgements/review.ts";
import type { ChosenItem } from "../document/chosen.ts";
import { cellMark, markKey, type PlacedJudgement } from "../document/judgement.ts";
import type { WholeGroups } from "../spread/answer.ts";
import { labelAt, renderChosen, spreadKey, spreadQuestionsOf } from "./chosen.ts";
import type { Carried, PileOnShown, ReachShown } from "./html/carried.ts";
import type { AsShown } from "./html/filters.ts";

const manifest = {
  ...{ version: "0.0.0", versions: {}, parameters: {}, caseFile: null, packs: [], counts: {} },
  problems: [],
};
const group = {
  ...{ number: 1, members: ["quiet-1", "quiet-2", "quiet-3"], edges: 3, weight: 30 },
  ...{ density01: 1, largestQ: 0.01, objectCount: 1 },
  objects: [{ object: "openthegates", pairs: 30 }],
  ...{ memberCount: 3, hourCount: 1 },
  ...{ firstHourSeconds: 1_935_000_000, lastHourSeconds: 1_935_000_000 },
  heaviest: [
    {
      ...{ a: "quiet-1", b: "quiet-2", weight: 12, symmetry01: 1, meanDeltaSeconds: 4.25 },
      ...{ postsA: 12, postsB: 12, chance: { expected: 0.5, p: 1e-9, q: 0.004 } },
    },
  ],
};
const answer = { on: "hashtag", windowSeconds: 60, groups: [group] } as unknown as WholeGroups;
const carrier = {
  account: "quiet-1",
  followers: null,
  seconds: 1_935_000_000,
  text: "Open <them>",
};
const reached: ReachShown = {
  question: { on: "hashtag", object: "openthegates", leastFollowers: 5000, withinSeconds: 86_400 },
  reach: {
    ...{ object: "openthegates", actions: 40, accounts: 30, accountsUnknown: 4, followers: 9000 },
    ...{ firstSeconds: 1_935_000_000, lastSeconds: 1_935_090_000 },
    ...{ firstMovers: [carrier], withReach: [carrier], withReachCount: 25 },
  },
  phrasings: [{ posts: [carrier] }],
  phrasingCount: 1,
};
const piledOn: PileOnShown = {
  ...{ target: "account-0f", onsetSeconds: 1_935_000_000, endSeconds: 1_935_030_000 },
  ...{ interactions: 631, senders: 578, firstTimers: 577, expected: 2.4 },
  texts: [{ words: "shame on you", senders: 9, posts: 11 }],
  textCount: 12,
};
const run = {
  ...{
    case: weirCase,
    documents,
    findings,
    manifest,
    judgements: [],
    reviewed: null,
    asShown: ((_, found, chosen) => ({ findings: found, chosen })) satisfies AsShown,
    madeAt: "2031-06-01T08:00:00.000Z",
  },
  carried: new Map<string, Carried>([
    ["#/reach/hashtag/openthegates", { view: "reach", answer: reached }],
    ["#/pile-ons/1", { view: "pile-ons", answer: piledOn }],
  ]),
  spread: new Map([[spreadKey({ on: "hashtag", windowSeconds: 60 }), answer]]),
};
const item = (address: string, note = ""): ChosenItem => ({ address, note, label: "As it was" });
const page = (...items: ChosenItem[]) =>
  parseHTML(renderChosen(run, { title: "", introduction: "", as: "found", items })).document;

const [claim] = findings.claims;
const [figure] = findings.figures;
const [row] = findings.wording.rows;
const [first] = documents;
const delta = weirCase.sides.find(({ id }) => id === "delta")?.name ?? "";

describe("what stands at an address", () => {
  test.each([
    [`#/claims/${claim?.id}/any`, claim?.statement],
    [`#/figures/${figure?.id}`, figure?.what],
    [`#/wording/${row?.id}`, `In which words: ${row?.concept}`],
    ["#/timeline", "When?"],
    ["#/sourcing/sides/x", "Says who?"],
    [`#/reader/${encodeURIComponent(first?.card.id ?? "")}?at=0-20`, first?.card.sourceName],
    ["#/spread/1", "group 1, the same hashtag within 60 seconds"],
    ["#/reach/hashtag/openthegates", "How far it was carried: #openthegates"],
    ["#/pile-ons/1", "A pile-on of 578 accounts"],
    ["#/spread", "the same hashtag within 60 seconds"],
    ["#/figures?q=killed&only=conflict", "How many? · Find: killed · in conflict"],
    ["#/figures?only=all", "How many?"],
    ["#/timeline?period=2031-04/2031-05", "When? · Period: April 2031 to May 2031"],
    ["#/timeline?period=2031-05/2031-05", "When? · Period: May 2031"],
    ["#/silence?absent=delta", `Who is silent? · not carried by ${delta}`],
    ["#/silence?only=upland>delta", `and not by ${delta}`],
    ["#/claims?stance=denies&side=delta", `· some source denies it · said by a source of ${delta}`],
    ["#/claims?topic=siren|gates&carried=side:delta", `only by ${delta} · About: siren, gates`],
    ["#/claims?sort=statement&only=contested", "Who says it? · contested only · A to Z"],
    ["#/claims?since=2031-05-01&until=2031-05-03", "Time: 1 May 2031 to 3 May 2031"],
    ["#/origins?only=reprints", "· reprints only"],
  ])("%s", (address, label) => {
    expect(labelAt(run, address)).toContain(label);
  });

  test.each([
    "#/",
    "#/claims/gone",
    "#/reader",
    "#/reader/gone.txt",
    "#/reader/x?at=9-3",
    "#/spread/7",
    "#/reach",
    "#/pile-ons/2",
    "#/spread?on=url",
    "#/constructor",
    "https://elsewhere.example/",
  ])("%s: nothing", (address) => {
    expect(labelAt(run, address)).toBeNull();
  });
});

test("items stand in the user's order with the user's words, escaped", () => {
  const document = page(
    item(`#/figures/${figure?.id}`, "First <b>this</b>.\n\nThen that."),
    item(`#/claims/${claim?.id}`),
  );
  const sections = [...document.querySelectorAll("main > section")];
  expect(sections.map(({ id }) => id)).toEqual([
    ...["item-1", "item-2", "method", "documents", "manifest"],
  ]);
  expect(sections[0]?.querySelectorAll("p.words")).toHaveLength(2);
  expect(sections[0]?.querySelector("p.words")?.textContent).toBe("First <b>this</b>.");
  expect(sections[1]?.querySelectorAll("mark").length).toBeGreaterThan(0);
  expect(sections[2]?.textContent).toContain("How many?");
  expect(sections[2]?.textContent).not.toContain("Copied from where?");
});

test("only the documents whose passages are shown are listed", () => {
  const document = page(item(`#/reader/${encodeURIComponent(first?.card.id ?? "")}?at=0-20`));
  expect(document.querySelectorAll("#documents tbody tr")).toHaveLength(1);
  expect(document.querySelector("mark")?.textContent).toBe(first?.text.slice(0, 20));
  for (const link of document.querySelectorAll("a"))
    expect(document.getElementById((link.getAttribute("href") ?? "").slice(1))).not.toBeNull();
});

test("a group of accounts brings its pairs and how they were found", () => {
  const text = page(item("#/spread/1")).body.textContent;
  for (const words of ["quiet-1 and quiet-2", "openthegates", "all names were shuffled"])
    expect(text).toContain(words);
});

test("reach and pile-ons bring who carried it, and how it was told", () => {
  const { body } = page(item("#/reach/hashtag/openthegates"), item("#/pile-ons/1"));
  for (const words of [
    ...["40 posts by 30 accounts", "of 4 none are told", "Open <them>", "The first 1 of 25"],
    ...["578 accounts addressed account-0f", "shame on you", "The first 1 of 12"],
    ...["How far was it carried?", "praise may come so, too"],
  ])
    expect(body.textContent).toContain(words);
});

test("what is no longer found keeps its name and says so", () => {
  const section = page(item("#/claims/gone")).getElementById("item-1");
  expect(section?.querySelector("h2")?.textContent).toBe("As it was");
  expect(section?.textContent).toContain("no longer found");
});

test("the questions that are put to posts, each once", () => {
  expect(
    spreadQuestionsOf([
      "#/spread/1",
      "#/spread?window=60",
      "#/spread?on=url&window=300",
      "#/claims",
    ]),
  ).toEqual([
    { on: "hashtag", windowSeconds: 60 },
    { on: "url", windowSeconds: 300 },
  ]);
});

describe("with judgements", () => {
  const claim = findings.claims.find(({ id }) => id === "siren");
  const cell = claim?.cells.find(({ stance }) => stance === "asserts");
  if (!claim || !cell) throw new Error("the fixture lacks the claim");
  const name = cellMark(claim.statement, cell);
  const judgement: PlacedJudgement = {
    ...{ id: "1", at: "2031-05-20T09:00:00.000Z", author: "Ada <Quill>", act: "reject" },
    ...{
      note: "The <Office> says so.",
      says: "asserts",
      rule: cell.rule,
      sha256: "",
      anchor: null,
    },
    ...{ ...name, state: "placed", mark: markKey(name), place: { ...name } },
  };
  const rejected = new Map([[markKey(name), { says: "asserts" }]]);
  const reviewed = {
    ...findings,
    claims: reviewClaims(
      findings.claims,
      rejected,
      run.documents.map(({ card }) => card),
    ),
  };
  const judged = (as: "found" | "reviewed", address = "#/claims/siren") =>
    parseHTML(
      renderChosen(
        { ...run, judgements: [judgement], reviewed },
        { title: "", introduction: "", as, items: [item(address)] },
      ),
    ).document;
  const source = run.documents.find(({ card }) => card.id === cell.documentId)?.card.sourceName;

  test("who judged a passage, when and why, stands with it and in the list", () => {
    const found = judged("found");
    const told = "Rejected by Ada <Quill>, 20 May 2031, 09:00: The <Office> says so.";
    expect(found.querySelector(".as-found .judged")?.textContent).toBe(told);
    expect(found.querySelector("#judged td")?.textContent).toContain("Ada <Quill>");
    expect(found.querySelector("#judged td:last-child a")?.getAttribute("href")).toMatch(
      /^#document-\d/,
    );
  });

  test.each(["found", "reviewed"] as const)("it opens as %s, says so, and holds both", (as) => {
    const page = judged(as);
    expect(page.querySelector("input[checked]")?.id).toBe(`as-${as}`);
    expect(page.querySelectorAll("header .note").length).toBe(2);
    const stances = (form: string) =>
      [...page.querySelectorAll(`${form} .matrix details details summary`)].filter((one) =>
        one.textContent.includes(`${source}, `),
      );
    expect(stances(".as-found").length).toBe(1);
    expect(stances(".as-reviewed").length).toBe(0);
  });

  test("where nothing shown was rejected there is no switch, and it is said", () => {
    const page = judged("found", "#/claims/five-gates");
    expect(page.querySelector("input[type=radio]")).toBeNull();
    expect(page.body.textContent).toContain("as found and as reviewed are the same");
    expect(page.querySelector("#judged")?.textContent).toContain(
      "1 other judgement of the case is",
    );
  });

  test("of what is left out altogether it is said", () => {
    const none = { ...reviewed, claims: [] };
    const html = renderChosen(
      { ...run, judgements: [judgement], reviewed: none },
      { title: "", introduction: "", as: "reviewed", items: [item("#/claims/siren")] },
    );
    expect(html).toContain("As reviewed nothing is left of this");
  });
});
