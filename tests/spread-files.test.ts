import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { spreadSchemas } from "../src/cli/results/schemas.ts";
import type { SpreadManifest } from "../src/pipeline/spread-manifest.ts";
import type { PublishedSpread } from "../src/report/spread/json.ts";
import { randomFrom } from "../src/spread/random.ts";
import { folderOf, parallax } from "./run.ts";
import { elements, parseXml } from "./support/xml.ts";

type Row = Readonly<Record<string, string | number>>;

const columns = [
  ...["id", "account_id", "handle", "followers", "time", "hashtags", "url", "text"],
  ...["repost_of", "repost_of_account", "mentions"],
];

/** Posts on invented things: two hundred accounts without regard to one another, and six as one. */
function posts(): Row[] {
  const random = randomFrom(4);
  const start = Date.UTC(2021, 4, 3) / 1000;
  const row = (id: string, account: string, time: number, hashtag: string): Row => ({
    id,
    account_id: account,
    handle: `h_${account}`,
    followers: account === "g0" || account === "g1" ? 90_000 : 40,
    time: start + time,
    hashtags: hashtag,
    url: `https://posts.example/h_${account}/${id}`,
    text: `words of ${id}`,
    repost_of: "",
    repost_of_account: "",
    mentions: "",
  });
  const others = Array.from({ length: 1500 }, (_, at) =>
    row(
      `o${at}`,
      `a${Math.floor(random() * 200)}`,
      Math.floor(random() * 172_800),
      `tag${Math.floor(random() * 30)}`,
    ),
  );
  const group = Array.from({ length: 12 }, (_, round) =>
    Array.from({ length: 6 }, (_, member) => ({
      ...row(
        `g${round}-${member}`,
        `g${member}`,
        9000 * round + 3 * member,
        // What a spreadsheet would run, and what XML must not hold.
        round === 0 ? "=1+1" : `tag${round}`,
      ),
      ...(round < 2 ? { repost_of: `o${round}`, mentions: "h_g1" } : {}),
      ...(round === 3 ? { repost_of_account: "h_g0" } : {}),
    })),
  ).flat();
  return [...others, ...group];
}

function csv(rows: readonly Row[], names: readonly string[]): string {
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((fields) => fields.map((field) => `"${field}"`).join(","))
    .join("\n");
}

/** A table without line breaks in its fields, as rows of fields. */
function table(file: string): string[][] {
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\r\n")
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
      ),
    );
}

const key = { PARALLAX_MASK_KEY: "a key for tests" };
const files = [
  ...["actions.csv", "edges.csv", "evidence.csv", "graph.gexf", "graph.graphml", "groups.csv"],
  ...["manifest.json", "removed.csv", "spread.json"],
];

let folder: ReturnType<typeof folderOf>;
let ran: Awaited<ReturnType<typeof parallax>>;
let answer: PublishedSpread;
let manifest: SpreadManifest;
const at = (...names: string[]) => join(folder.path, ...names);
const json = (name: string): unknown => JSON.parse(readFileSync(at("out", name), "utf8"));
const asked = (out: string, ...more: string[]) =>
  parallax(
    [
      ...["spread", at("posts.csv"), "--removed", at("list.csv"), "--sweep", "--null", "shift"],
      ...["--rounds", "19", "--out", out, ...more],
    ],
    key,
  );

beforeAll(async () => {
  const rows = posts();
  folder = folderOf({
    "posts.csv": csv(rows, columns),
    "list.csv": "userid,user_screen_name\ng2,x\n,H_g3\nnobody,nobody\n,\n",
  });
  ran = await asked(at("out"));
  answer = json("spread.json") as PublishedSpread;
  manifest = json("manifest.json") as SpreadManifest;
}, 60_000);
afterAll(() => folder.remove());

describe("parallax spread --out", () => {
  test("writes every file whole, and says so", () => {
    expect(ran.code).toBe(0);
    expect(readdirSync(at("out")).sort()).toEqual(files);
    expect([...manifest.outputs, "manifest.json"].sort()).toEqual(files);
    for (const name of files) expect(ran.out).toContain(name);
  });

  test.each(["spread", "spread-manifest"] as const)(
    "the form of %s is that of its schema",
    (name) => {
      const written = json(name === "spread" ? "spread.json" : "manifest.json");
      expect(spreadSchemas[name].safeParse(written).error?.issues ?? []).toEqual([]);
      // A form that takes anything would be none.
      const strange = { ...(written as object), strange: 1 };
      expect(spreadSchemas[name].safeParse(strange).success).toBe(false);
    },
  );

  test("the forms are the types", () => {
    type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
    const alike: {
      spread: Same<z.output<typeof spreadSchemas.spread>, PublishedSpread>;
      manifest: Same<z.output<(typeof spreadSchemas)["spread-manifest"]>, SpreadManifest>;
    } = { spread: true, manifest: true };
    expect(alike).toEqual({ spread: true, manifest: true });
    expect(z.toJSONSchema(spreadSchemas.spread)).toHaveProperty(
      "properties.edges.items.properties.shift",
    );
  });

  test("the planted group is found, with its members, in all of them", () => {
    const members = answer.groups[0]?.members ?? [];
    expect(members).toHaveLength(6);
    const [, ...rows] = table(at("out", "groups.csv"));
    expect(rows.filter(([group]) => group === "1").map((row) => row[4])).toEqual([...members]);
    const gexf = parseXml(readFileSync(at("out", "graph.gexf"), "utf8"));
    const labels = elements(gexf, "node").map(({ attributes }) => attributes.label);
    expect(labels).toEqual(expect.arrayContaining([...members]));
    const graphml = parseXml(readFileSync(at("out", "graph.graphml"), "utf8"));
    expect(elements(graphml, "edge")).toHaveLength(elements(gexf, "edge").length);
  });

  test("a group's posts are told, in both files", () => {
    const [group] = answer.groups;
    expect(group?.posts).toMatchObject({
      posts: 72,
      share01: 72 / 1572,
      firstAt: "2021-05-03T00:00:00.000Z",
      languages: [{ language: null, posts: 72 }],
      created: { known: 0, unknown: 6, months: [] },
    });
    const [head = [], first = []] = table(at("out", "groups.csv"));
    const cell = (name: string) => first[head.indexOf(name)];
    expect(cell("group_posts")).toBe("72");
    expect(cell("group_languages")).toBe("untold 72");
    expect(cell("group_created_known")).toBe("0");
  });

  test("accounts of few followers are masked everywhere, with their posts and addresses", () => {
    for (const name of files) {
      const text = readFileSync(at("out", name), "utf8");
      expect(text, name).not.toMatch(/h_(?:a\d|g[2-5])/i);
      expect(text, name).not.toMatch(/\bg\d+-[2-5]\b/);
    }
    expect(manifest.accounts).toBe("masked");
    expect(answer.groups[0]?.members).toEqual(expect.arrayContaining(["h_g0", "h_g1"]));
  });

  test("with --accounts as-given they are not, and that is said", async () => {
    const { err } = await asked(at("named"), "--accounts", "as-given");
    expect(err).toContain("accounts are un-masked");
    const named = JSON.parse(readFileSync(at("named", "manifest.json"), "utf8"));
    expect(named).toMatchObject({ accounts: "as-given" });
    expect(readFileSync(at("named", "groups.csv"), "utf8")).toContain("h_g3");
  });

  test("the same files give the same bytes", async () => {
    await asked(at("again"));
    for (const name of files)
      expect(readFileSync(at("again", name), "utf8"), name).toBe(
        readFileSync(at("out", name), "utf8"),
      );
  });

  test("no field of a table starts like a formula", () => {
    const tables = files.filter((name) => name.endsWith(".csv"));
    for (const name of tables)
      for (const field of table(at("out", name)).flat())
        expect(field, name).not.toMatch(/^(?:[=+@\t]|-(?!\d))/);
    expect(readFileSync(at("out", "evidence.csv"), "utf8")).toContain("'=1+1");
  });

  test("actions.csv gives the same edges when it is run again", async () => {
    const { code } = await parallax(
      ["spread", at("out", "actions.csv"), "--accounts", "as-given", "--edges", at("edges.csv")],
      key,
    );
    expect(code).toBe(0);
    const edgesOf = (file: string) =>
      table(file)
        .slice(1)
        .map(([a = "", b = "", weight, mean, , , , expected, p]) =>
          [...[a, b].sort(), weight, mean, expected, p].join(),
        )
        .sort();
    expect(edgesOf(at("edges.csv"))).toEqual(edgesOf(at("out", "edges.csv")));
  });

  test("the evidence of an edge is as many pairs of posts as its weight", () => {
    const [head = [], ...rows] = table(at("out", "evidence.csv"));
    const cell = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? "";
    const found = rows.filter(
      (row) => [cell(row, "account_a"), cell(row, "account_b")].sort().join() === "h_g0,h_g1",
    );
    const edge = answer.edges.find(({ a, b }) => [a, b].sort().join() === "h_g0,h_g1");
    expect(found).toHaveLength(edge?.weight ?? -1);
    const lines = readFileSync(at("posts.csv"), "utf8").split("\n");
    for (const row of found) {
      expect(cell(row, "url_a")).toMatch(/^https:\/\/posts\.example\/h_g[01]\//);
      expect(cell(row, "file_a")).toBe("posts.csv");
      expect(lines[Number(cell(row, "line_a")) - 1]).toContain(cell(row, "post_a").split(":")[1]);
      const apart = Date.parse(cell(row, "time_a")) - Date.parse(cell(row, "time_b"));
      expect(Number(cell(row, "delta_seconds"))).toBe(Math.abs(apart) / 1000);
    }
    expect(answer.evidence).toMatchObject({ told: rows.length, mostPerEdge: null });
  });

  test("the manifest has the inputs by hash, the options, and what was left out", () => {
    const bytes = readFileSync(at("posts.csv"));
    expect(manifest.inputs).toMatchObject([
      {
        file: "posts.csv",
        role: "posts",
        sizeBytes: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
      },
      { file: "list.csv", role: "list" },
    ]);
    expect(manifest.parameters).toMatchObject({ on: "hashtag", windowSeconds: 60, rounds: 19 });
    expect(manifest.versions).toHaveProperty("graphology");
    expect(manifest.excluded).toContainEqual({
      what: "rows of the list of removed accounts",
      count: 1,
      why: "they name no account",
    });
    expect(JSON.stringify(manifest)).not.toContain(folder.path);
  });

  test("the list is told as the platform's, and what its accounts did", () => {
    expect(ran.out).toContain(
      "2 of the 3 accounts in list.csv are in these posts: removed by the platform, as list.csv says",
    );
    expect(answer.removed).toMatchObject({
      listed: 3,
      found: 2,
      byHandle: 1,
      posts: 24,
      unusable: 1,
    });
    expect(answer.removed?.accounts.map(({ group }) => group)).toEqual([1, 1]);
    const acts = Object.fromEntries(
      (answer.removed?.acts ?? []).map(({ act, posts, targets }) => [act, [posts, targets]]),
    );
    // Two reposts of others and one of g0 each; what they mention there is whoever they repost.
    expect(acts).toEqual({ reposted: [6, 3], quoted: [0, 0], answered: [0, 0], mentioned: [0, 0] });
    const [, ...rows] = table(at("out", "removed.csv"));
    expect(rows.filter((row) => row[3] === "h_g0").map((row) => row.slice(1))).toEqual([
      ["list.csv", "reposted", "h_g0", "1"],
      ["list.csv", "reposted", "h_g0", "1"],
    ]);
  });

  test("the sweep and the second null model are in text and JSON", () => {
    expect(ran.out).toMatch(/group 1 \(6 accounts\)( +\d+){7}/);
    const at60 = answer.sweep?.groups[0]?.at.find(({ windowSeconds }) => windowSeconds === 60);
    expect(at60).toEqual({ windowSeconds: 60, together: 6, others: 0 });
    expect(ran.out).toContain("held against shifted timelines too (19 rounds, ±6 hours");
    expect(answer.shift).toEqual({ rounds: 19, mostShiftSeconds: 21_600 });
    expect(answer.edges.every(({ shift }) => (shift?.p ?? 0) >= 1 / 20)).toBe(true);
    expect(table(at("out", "edges.csv"))[0]?.slice(-3)).toEqual([
      "shift_expected",
      "shift_p",
      "shift_q",
    ]);
  });
});

test.each([
  [["--sweep", "--no-test"], 2, /--sweep needs pairs held against chance/],
  [["--null", "shift", "--no-test"], 2, /--null needs pairs held against chance/],
  [["--null", "shuffle"], 2, /invalid --null: shuffle .*give hours, shift/],
  [["--rounds", "10"], 2, /--rounds goes with --null shift/],
  [["--null", "shift", "--rounds", "99999"], 2, /give 10000 at most/],
  [["--removed", "no-such.csv"], 1, /no-such\.csv.*no such file/],
])("%j is refused with the mend", async (args, code, message) => {
  const refused = await parallax(["spread", at("posts.csv"), ...args], key);
  expect(refused.err).toMatch(message);
  expect(refused.code).toBe(code);
});

test("a list is not matched against a file of actions, and it is said why", async () => {
  const { code, err } = await parallax(
    ["spread", at("out", "actions.csv"), "--removed", at("list.csv")],
    key,
  );
  expect(code).toBe(1);
  expect(err).toContain("give the posts");
});
