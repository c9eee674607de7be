import { expect, test } from "vitest";
import { cards, findings, weirCase } from "../../../tests/fixtures/weir.ts";
import { publishedIn, timeStretch } from "../../document/time-stretch.ts";
import { type List, type ListQuery, listCaseOf, pageOfList } from "./list.ts";
import { type ListName, lists } from "./lists.ts";

const lookup = listCaseOf({ sides: weirCase.sides, documents: cards });

function ask(name: ListName, query: ListQuery) {
  const list = lists[name] as unknown as List<unknown, unknown>;
  const stretch = { from: 0, count: 500 };
  return pageOfList(list, findings, lookup, { only: "all", ...query }, stretch);
}

/** What each list has of a day on which one document was published. */
test.each<[ListName, string, number]>([
  ["claims", "2031-05-19", 1],
  ["claims", "2031-05-14", 1],
  ["claims", "2031-05-12", 4],
  ["claims", "2031-05-01", 0],
  ["figures", "2031-05-14", 1],
  ["sourcing", "2031-05-01", 0],
  ["origins", "2031-05-01", 0],
  ["silence", "2031-05-01", 0],
  ["wording", "2031-05-01", 0],
  ["chains", "2031-05-01", 0],
  ["citations", "2031-05-01", 0],
])("of %s, %s leaves %i", (name, day, found) => {
  const { rows, ...page } = ask(name, { since: day, until: day });
  expect(page).toMatchObject({ found, all: ask(name, {}).all });
  expect(rows).toHaveLength(found);
});

test.each(["contrasts", "sides", "anonymous"] as const)("%s are of the whole case", (name) => {
  expect(ask(name, { since: "1900-01-01", until: "1900-01-02" }).found).toBe(ask(name, {}).found);
});

test("what is left has a document that was published in the stretch, and nothing else has", () => {
  const stretch = timeStretch("2031-05-13", "2031-05-14");
  const isIn = (id: string) =>
    stretch && publishedIn(lookup.card(id)?.published ?? null, stretch) === "in";
  const expected = findings.figures.filter((group) =>
    group.entries.some(({ documentId }) => isIn(documentId)),
  );
  const { rows } = ask("figures", { since: "2031-05-13", until: "2031-05-14" });
  expect(rows).toMatchObject(expected.map(({ id }) => ({ id })));
});

test("facets are counted under the stretch, and the search holds with it", () => {
  const query = { since: "2031-05-14", until: "2031-05-14" };
  const { facets } = ask("claims", query);
  expect(facets.only?.contested).toBe(ask("claims", { ...query, only: "contested" }).found);
  expect(ask("claims", { ...query, q: "siren" }).found).toBe(0);
});

test("of events those are left that are dated in the stretch, or may be", () => {
  const all = findings.timeline;
  const { rows } = ask("timeline", { since: "2031-05-12", until: "2031-05-12" });
  const left = all.filter(
    ({ from, to }) =>
      (from !== null || to !== null) && (from ?? "") <= "2031-05-12" && (to ?? "9") >= "2031-05-12",
  );
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(all.length);
  expect(rows).toMatchObject(left.map(({ id }) => ({ id })));
});
