import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { documents, findings, weirCase } from "../../tests/fixtures/weir.ts";
import { cut } from "./html/context.ts";
import { escapeHtml, html } from "./html/escape.ts";
import { renderReport } from "./html.ts";
import { jsonLines, mostListed, publishedClaim, renderJson } from "./json.ts";

const manifest = {
  version: "0.0.0",
  versions: { parallax: "0.0.0" },
  parameters: { language: "en" },
  caseFile: { file: "case.yaml", sha256: "c0ffee" },
  packs: [{ pack: "flood", file: "./flood.yaml", sha256: "f100d" }],
  counts: { documents: 7 },
  problems: [{ file: "scan.pdf", line: 3, message: "cannot read pdf", mend: "save as text" }],
};
const run = { case: weirCase, documents, findings, manifest };
const report = renderReport(run);
const { document } = parseHTML(report);

describe("the report", () => {
  test.each([
    ["claims", "No warning was given."],
    ["claims", "attributes it to The Office, keeping its distance"],
    ["figures", "at least 14"],
    ["figures", "9 + 5 + 3 = 17: the parts make the whole"],
    ["wording", "controlled release"],
    ["silence", "Growers' Union: silent, read in full"],
    ["sourcing", "Delta Courier ← Norhaven Wire ← Upland engineers"],
    ["origins", "Upland Herald: Gates opened to save the dam"],
    ["timeline", "10 May 2031 to 11 May 2031"],
    ["documents", "upland-herald/gates.html"],
    ["manifest", "scan.pdf:3"],
    ["manifest", "case.yamlc0ffee"],
    ["manifest", "./flood.yamlf100d"],
  ])("%s shows %s", (id, words) => {
    expect(document.getElementById(id)?.textContent).toContain(words);
  });

  test("every passage of every answer is there, marked", () => {
    const marked = new Set([...document.querySelectorAll("mark")].map((mark) => mark.textContent));
    const passages = [
      ...findings.claims.flatMap((claim) => claim.cells.flatMap((cell) => cell.passages)),
      ...findings.figures.flatMap((group) => group.entries.flatMap((entry) => entry.evidence)),
      ...findings.wording.rows.flatMap((row) =>
        row.labels.flatMap((label) => label.uses.flatMap((use) => use.evidence)),
      ),
      ...findings.timeline.flatMap((event) => event.entries.flatMap((entry) => entry.evidence)),
      ...findings.sourcing.chains.flatMap((chain) => chain.evidence),
    ];
    expect(passages.length).toBeGreaterThan(30);
    for (const passage of passages) expect(marked).toContain(passage.text);
  });

  test("where a document's readings are explained, each passage says why", () => {
    const why = (question: string, { start }: { start: number }) => [
      `seen in ${question} at ${start}`,
    ];
    const explained = renderReport({
      ...run,
      documents: documents.map((one) => ({ ...one, why })),
    });
    const told = parseHTML(explained).document;
    expect(report).not.toContain('class="why"');
    for (const id of ["claims", "figures", "wording", "timeline"])
      expect(told.querySelector(`#${id} figure .why`)?.textContent).toMatch(
        new RegExp(`^Why: seen in ${id} at \\d+$`),
      );
  });

  test("every link leads somewhere in the page", () => {
    for (const link of document.querySelectorAll("a")) {
      const href = link.getAttribute("href") ?? "";
      expect(href).toMatch(/^#/);
      expect(document.getElementById(href.slice(1)), href).not.toBeNull();
    }
  });

  test("nothing is loaded: no address, import or source attribute", () => {
    expect(report).not.toMatch(/<(img|link|iframe|object|embed|base)\b|\bsrc=|url\(|@import/i);
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-/);
  });

  test("the same input gives the same bytes", () => {
    expect(renderReport(run)).toBe(report);
  });
});

test("a reported denial names whom it reports", () => {
  const claims = findings.claims.map((claim) => ({
    ...claim,
    cells: claim.cells.map((cell) =>
      cell.stance === "attributes" ? { ...cell, stance: "denies" as const, reported: true } : cell,
    ),
  }));
  const page = parseHTML(renderReport({ ...run, findings: { ...findings, claims } })).document;
  const cells = [...page.querySelectorAll("td.denies small")].map((small) => small.textContent);
  expect(cells.length).toBeGreaterThan(0);
  for (const words of cells) expect(words).toMatch(/^reporting \S/);
});

test("hostile text stays text, wherever it stands", () => {
  const hostile = `</script><script>alert(1)</script><img src=x onerror='alert(2)'>"'&`;
  const renamed = JSON.parse(
    JSON.stringify(run).replaceAll("Delta Courier", JSON.stringify(hostile).slice(1, -1)),
  );
  const { document: page } = parseHTML(renderReport(renamed));
  expect(page.querySelectorAll("script:not([type='application/json'])")).toHaveLength(1);
  expect(page.querySelectorAll("script")).toHaveLength(2);
  expect(page.querySelectorAll("img")).toHaveLength(0);
  expect(page.getElementById("documents")?.textContent).toContain(hostile);
});

describe("with more sources than fit side by side", () => {
  const [pattern] = documents;
  const others = Array.from({ length: 130 }, (_, index) => {
    const id = `paper-${index}.txt`;
    const card = { ...pattern?.card, id, file: id, sourceId: id, sourceName: `Paper ${index}` };
    return { ...pattern, card: { ...card, side: null, completeness: "excerpt" }, text: "" };
  });
  const page = parseHTML(
    renderReport({ ...run, documents: [...documents, ...others] as typeof documents }),
  ).document;

  test("no table has a column for each", () => {
    const widths = [...page.querySelectorAll("tr")].map(({ children }) => children.length);
    expect(Math.max(...widths)).toBeLessThan(10);
  });

  test("who speaks is listed by side, and what is left out is counted", () => {
    const claims = page.getElementById("claims")?.textContent ?? "";
    expect(claims).toContain("attributes it to The Office, keeping its distance");
    expect(claims).toContain("unknown: 131 sources");
    expect(claims).toContain("31 more sources are left out here. All are in claims.json.");
  });
});

test.each([
  [true, 30, 24, "6 more passages are left out here. All are in figures.json."],
  [true, 24, 24, null],
  [false, 30, 30, null],
])("large %s: of %i entries %i are shown", (isLarge, entries, shown, note) => {
  const cutTo = cut({ isLarge, isLong: false }, Array(entries).fill(0), "figures", "passages");
  expect(cutTo.shown).toHaveLength(shown);
  if (note === null) expect(cutTo.rest).toBe(false);
  else expect(cutTo.rest).toMatchObject({ markup: expect.stringContaining(note) });
});

test("an empty case still makes a page", () => {
  const none = {
    claims: [],
    figures: [],
    wording: { rows: [], contrasts: [] },
    silence: [],
    origins: [],
    timeline: [],
    events: [],
  };
  const empty = {
    ...none,
    sourcing: { rows: [], chains: [], sides: [], anonymous: [], citations: [] },
  };
  const page = renderReport({ ...run, documents: [], findings: empty });
  expect(page.match(/Nothing was found/g)).toHaveLength(7);
});

test("what is put in is escaped and reads as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const markup = html`<p title="${text}">${text}</p>`.markup;
      const tags = (markup.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?bdi/.test(tag));
      expect(tags).toHaveLength(2);
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});

test("a name that runs from right to left is isolated between tags, and nowhere else", () => {
  const name = "صوت الوادي 24";
  expect(html`<b title="${name}">${name}</b>, 4 May`.markup).toBe(
    `<b title="${name}"><bdi dir="rtl">${name}</bdi></b>, 4 May`,
  );
  expect(html`<title>${name}</title>`.markup).toBe(`<title>${name}</title>`);
});

describe("JSON", () => {
  const cards = documents.map(({ card }) => card);

  test("is the findings as they are", () => {
    expect(JSON.parse(renderJson(findings, "figures", cards))).toEqual(
      JSON.parse(JSON.stringify(findings.figures)),
    );
    expect(renderJson(findings, "claims", cards).endsWith("]\n")).toBe(true);
  });

  test("of a claim names every document, once: who speaks, who is silent, who is unknown", () => {
    for (const { cells, silent, unknown } of findings.claims.map((claim) =>
      publishedClaim(claim, cards),
    )) {
      const speaking = cells.filter(({ stance }) => stance !== "silent" && stance !== "unknown");
      const ids = [...speaking.map(({ documentId }) => documentId), ...silent, ...unknown];
      expect(ids.sort()).toEqual(cards.map(({ id }) => id).sort());
    }
  });

  test("of a claim of a large case names the fewer of those that do not carry it", () => {
    const [claim] = findings.claims;
    const [card] = cards;
    if (!claim || !card) throw new Error("the fixture has no claims");
    const more = (completeness: "full" | "excerpt", many: number) =>
      Array.from({ length: many }, (_, at) => ({
        ...card,
        ...{ id: `${completeness}-${at}`, completeness, published: "2031-06-01" },
      }));
    const published = (full: number, excerpts: number) =>
      publishedClaim(claim, [...cards, ...more("full", full), ...more("excerpt", excerpts)]);
    const small = publishedClaim(claim, cards);
    expect(published(mostListed, 3)).toMatchObject({ silent: "others" });
    expect(published(mostListed, 3).unknown).toHaveLength(small.unknown.length + 3);
    expect(published(3, mostListed)).toMatchObject({ unknown: "others" });
    expect(published(3, mostListed).silent).toHaveLength(small.silent.length + 3);
  });

  test("per line gives one object per finding", () => {
    const lines = jsonLines(findings, "sourcing", cards);
    expect(lines).toHaveLength(Object.values(findings.sourcing).flat().length);
    expect(jsonLines(findings, "claims", cards).map((line) => JSON.parse(line).id)).toEqual(
      findings.claims.map(({ id }) => id),
    );
  });
});

test.each([
  [8, 8],
  [24, 8],
  [100, 30],
])(
  "of a case of many documents, where %i are usual, %i of 30 entries are shown",
  (usual, shown) => {
    const entries = Array.from({ length: 30 }, (_, at) => at);
    const kept = cut({ isLarge: false, isLong: true }, entries, "claims", "passages", usual);
    expect(kept.shown).toHaveLength(shown);
    if (shown < 30 && kept.rest) expect(kept.rest.markup).toContain(`${30 - shown} more passages`);
  },
);

test("of a case of many documents the first rows are shown, and how many there are", () => {
  const [document] = run.documents;
  const [claim] = run.findings.claims;
  if (!document || !claim) throw new Error("the fixture has no claim");
  const many = {
    ...run,
    documents: [
      ...run.documents,
      ...Array.from({ length: 60 }, (_, at) => ({
        ...document,
        card: { ...document.card, id: `more-${at}.txt` },
      })),
    ],
    findings: {
      ...run.findings,
      claims: Array.from({ length: 120 }, (_, at) => ({ ...claim, id: `claim-${at}` })),
    },
  };
  const { document: page } = parseHTML(renderReport(many));
  expect(page.querySelectorAll("#claims tbody")).toHaveLength(60);
  expect(page.getElementById("claims")?.textContent).toContain(
    "The first 60 of 120 are shown here. All are in claims.json.",
  );
});
