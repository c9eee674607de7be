import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { cards, documents, findings, weirCase } from "../../tests/fixtures/weir.ts";
import type { TimelineEvent } from "../compare/timeline/timeline.ts";
import { parseAddress } from "../document/address.ts";
import { renderChosen } from "../report/chosen.ts";
import { createAsShown } from "./as-shown.ts";

const asShown = createAsShown({ sides: weirCase.sides, documents: cards }, null);
const [event] = findings.timeline;
if (!event) throw new Error("the fixture lacks events");
const on = (day: string, at: number): TimelineEvent => ({
  ...event,
  ...{ id: `${day} ${at}`, what: `Heron ${day} ${at}`, edtf: day, from: day, to: day },
  disagreesWith: [],
});
const old = Array.from({ length: 30 }, (_, at) =>
  on(`1915-03-${String(at + 1).padStart(2, "0")}`, at),
);
const recent = Array.from({ length: 5 }, (_, at) => on(`2031-05-0${at + 1}`, at));
const { rows: things } = findings.wording;
const withoutContrasts = { ...findings, wording: { rows: things, contrasts: [] } };
const withPeriods = { ...findings, timeline: [...old, ...recent] };

function page(address: string, found = findings) {
  const manifest = {
    ...{ version: "0.0.0", versions: {}, parameters: {}, caseFile: null, packs: [], counts: {} },
    problems: [],
  };
  const none = { carried: new Map(), spread: new Map(), judgements: [], reviewed: null };
  const run = { case: weirCase, documents, findings: found, manifest, asShown, ...none };
  const items = [{ address, label: "As it was", note: "" }];
  const chosen = { title: "", introduction: "", as: "found", items } as const;
  const { document } = parseHTML(
    renderChosen({ ...run, madeAt: "2031-06-01T08:00:00.000Z" }, chosen),
  );
  const section = document.getElementById("item-1");
  return { section, heading: section?.querySelector("h2")?.textContent };
}

const rows = {
  claims: findings.claims.map(({ statement }) => statement),
  figures: findings.figures.map(({ what }) => what),
  wording: things.map(({ concept }) => concept),
  silence: findings.silence.map(({ statement }) => statement),
};

describe("a filtered view that was chosen", () => {
  test.each([
    ["claims", "q=residents", "Find: residents"],
    ["claims", "stance=denies&side=delta", "some source denies it"],
    ["claims", "only=contested&topic=siren", "contested only · About: siren"],
    ["figures", `only=all&q=${rows.figures[0]}`, `Find: ${rows.figures[0]}`],
    ["wording", `q=${rows.wording[0]}`, `Find: ${rows.wording[0]}`],
  ] as const)("of %s, by %s, holds what it leaves and names %s", (view, query, named) => {
    const address = `#/${view}?${query}`;
    const { findings: left } = asShown(view, findings, parseAddress(address).query);
    const kept = view === "wording" ? left.wording.rows.length : left[view].length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(rows[view].length);
    const { section, heading } = page(address, withoutContrasts);
    expect(heading).toContain(named);
    expect(section?.querySelectorAll("[data-find]")).toHaveLength(kept);
    expect(section?.textContent).toContain(`The filters leave ${kept} of ${rows[view].length}.`);
  });

  test("a search that leaves nothing says so", () => {
    const { section, heading } = page("#/silence?q=no+such+words");
    expect(heading).toBe("Who is silent? · Find: no such words");
    expect(section?.textContent).toContain("Nothing was found.");
  });

  test.each([
    ["", "March 1915", old.slice(0, 25)],
    ["?period=2031-05/2031-05", "May 2031", recent],
    ["?from=2031-05-02&to=2031-05-03", "2 May 2031 to 3 May 2031", recent.slice(1, 3)],
    ["?period=all", null, old.slice(0, 25)],
  ])("of the timeline%s has the events of the period that was seen", (query, named, events) => {
    const { section, heading } = page(`#/timeline${query}`, withPeriods);
    if (named === null) expect(heading).toBe("When?");
    else expect(heading).toContain(named);
    expect(
      [...(section?.querySelectorAll("tr[data-find]") ?? [])].map((row) =>
        row.getAttribute("data-find"),
      ),
    ).toEqual(events.map(({ what }) => what));
  });

  test("sources that are looked for stand without what is reckoned over all", () => {
    const { sourcing } = asShown("sourcing", findings, { q: "courier" }).findings;
    expect(sourcing.rows.length).toBeLessThan(findings.sourcing.rows.length);
    expect([sourcing.sides, sourcing.anonymous, sourcing.citations]).toEqual([[], [], []]);
    expect(asShown("sourcing", findings, {}).findings.sourcing.sides).toEqual(
      findings.sourcing.sides,
    );
  });
});

test("a stretch of time leaves things by every document that uses their words", () => {
  const [row] = findings.wording.rows;
  const published = cards.find((card) => card.published?.startsWith("2031-05"))?.published ?? "";
  const query = { from: published.slice(0, 10), to: published.slice(0, 10) };
  const users = cards.filter((card) => card.published === published).map(({ id }) => id);
  const places = users.map((documentId) => ({
    ...{ of: row?.id ?? "", label: "x" },
    documents: [{ documentId, places: [] }],
  }));
  const none = createAsShown({ sides: weirCase.sides, documents: cards }, []);
  const some = createAsShown(
    { sides: weirCase.sides, documents: cards },
    places as unknown as Parameters<typeof createAsShown>[1],
  );
  expect(none("wording", findings, query).findings.wording.rows).toEqual([]);
  expect(some("wording", findings, query).findings.wording.rows).toEqual([row]);
});
