import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { folderOf, parallax } from "./run.ts";

const key = { PARALLAX_MASK_KEY: "a key of the test" };
let remove = () => {};
afterEach(() => remove());

/** 2031-05-01T00:00:00Z. */
const start = 1_935_360_000;
const hour = 3600;

type Row = Readonly<Record<string, string | number | boolean>>;

/**
 * Ten days: every six hours a neighbour answers Mara Quill's post of the first day; on the eighth
 * day she writes about a ferry, and forty strangers answer within two hours, thirty of them with
 * nearly the same words.
 */
function posts(): Row[] {
  const post = (id: string, author: string, at: number, text: string, more: Row = {}): Row => ({
    id,
    author_id: `id-${author}`,
    username: author,
    created_at: start + at,
    text,
    language: "en",
    ...more,
  });
  const to = (id: string) => ({ reply_to: id, reply_to_account: "id-mara_quill" });
  const words = "you should be ashamed of what you wrote about our ferry and its crew";
  return [
    post("m1", "mara_quill", 0, "good morning from the harbour", { followers: 300_000 }),
    ...Array.from({ length: 39 }, (_, at) =>
      post(`n${at}`, `neighbour${at % 4}`, (at + 1) * 6 * hour, "good morning to you", to("m1")),
    ),
    post("m2", "mara_quill", 170 * hour, "the ferry sailed without lights"),
    ...Array.from({ length: 40 }, (_, at) =>
      post(
        `s${at}`,
        `stranger${at}`,
        171 * hour + at * 120,
        at < 20
          ? `@mara_quill ${words}`
          : at < 30
            ? `@mara_quill #mara_quill_out ${words}!`
            : `@mara_quill what was it that you saw number ${at} of many boats`,
        { ...to("m2"), account_created_at: at < 12 ? "2031-04-20" : "2024-01-01" },
      ),
    ),
    post("m3", "mara_quill", 180 * hour, "this is what I saw", to("m2")),
  ];
}

const run = (rows: readonly Row[], ...args: string[]) => {
  const folder = folderOf({ "posts.jsonl": rows.map((row) => JSON.stringify(row)).join("\n") });
  remove = folder.remove;
  return parallax(["pile-ons", join(folder.path, "posts.jsonl"), ...args], key);
};

describe("parallax pile-ons", () => {
  test("tells onset, size, first-timers, common texts and the answered post", async () => {
    const ran = await run(posts(), "--json");
    expect(ran).toMatchObject({ code: 0, err: "" });
    const found = ran.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      onsetSeconds: start + 171 * hour,
      senders: 40,
      firstTimers: 40,
      interactions: 40,
      kinds: { reply: 40, quote: 0, mention: 0 },
      consent: false,
      textCount: 1,
      texts: [{ senders: 30, posts: 30, sendersOfSame: 20 }],
      answered: { by: 40, inExport: true, seconds: start + 170 * hour, followUps: 1, id: null },
      years: [
        { of: "2024", senders: 28 },
        { of: "2031", senders: 12 },
      ],
      languages: [{ of: "en", senders: 40 }],
    });
    expect(found[0].target).toMatch(/^account-[0-9a-f]{12}$/);
  });

  test.each(["--json", null])(
    "names neither the target, though many follow it, nor any sender (%s)",
    async (json) => {
      const { out } = await run(posts(), ...(json === null ? [] : [json]));
      expect(out).toContain("account-");
      expect(out).not.toMatch(/mara|quill|stranger\d|id-/i);
      expect(out).not.toContain('"m2"');
    },
  );

  test("says it to people", async () => {
    const { out } = await run(posts());
    expect(out).toMatch(
      /1\. account-[0-9a-f]{12}: 40 accounts from 2031-05-08 03:00 to 2031-05-08 04:18, 100 % of them for the first time/,
    );
    expect(out.replace(/\s+/g, " ")).toContain(
      "which is in the export, written 1 hour before the onset; the target comes back to it in 1 post",
    );
    expect(out).toContain("30 accounts (20 word for word): you should be ashamed");
  });

  test.each([
    [
      { deleted: true },
      { how: "deleted", seconds: null },
      "a record says that it was deleted, but not when",
    ],
    [
      { deleted_at: "2031-05-08T05:00:00Z" },
      { how: "deleted", seconds: start + 173 * hour },
      "deleted 2 hours after the onset",
    ],
    [{}, null, "whether it was deleted later is unknown"],
  ])(
    "says whether the target's post is gone, as far as the posts tell: %j",
    async (told, gone, words) => {
      const rows = posts().map((row) => (row.id === "m2" ? { ...row, ...told } : row)) as Row[];
      const json = JSON.parse((await run(rows, "--json")).out);
      expect(json.answered).toMatchObject({ gone, id: null });
      remove();
      expect((await run(rows)).out.replace(/\s+/g, " ")).toContain(words);
    },
  );

  test("names a target that agreed, by name or id, and tells of a name that fits none", async () => {
    for (const name of ["mara_quill", "@Mara_Quill", "id-mara_quill"]) {
      const { out, err } = await run(posts(), "--consent", name);
      expect(out).toContain("1. mara_quill: 40 accounts");
      expect(err).toBe("");
      expect(out).not.toMatch(/stranger\d/);
    }
    const { out, err } = await run(posts(), "--consent", "mara");
    expect(out).not.toContain("mara_quill");
    expect(err).toContain("--consent mara: no pile-on on this account");
  });

  test("what is not in the export is unknown, not gone", async () => {
    const { out } = await run(posts().filter(({ id }) => id !== "m2"));
    expect(out.replace(/\s+/g, " ")).toContain(
      "which is not in the export: whether it is gone or was never collected is unknown",
    );
  });

  test("names the handle in mentions and the id in answers as one target", async () => {
    const rows = posts().map((row) =>
      String(row.id).startsWith("s") && Number(String(row.id).slice(1)) % 2 === 0
        ? { ...row, reply_to: "", reply_to_account: "", mentions: "Mara_Quill" }
        : row,
    );
    const { out } = await run(rows, "--json");
    expect(JSON.parse(out)).toMatchObject({ senders: 40, kinds: { reply: 20, mention: 20 } });
  });

  test("the order of the records changes nothing", async () => {
    const { out } = await run(posts(), "--json");
    expect(out).toContain("account-");
    expect((await run(posts().reverse(), "--json")).out).toBe(out);
  });

  test("nothing that rises is no pile-on", async () => {
    const { code, out } = await run(posts().filter(({ id }) => !String(id).startsWith("s")));
    expect(code).toBe(0);
    expect(out).toContain("0 pile-ons");
  });

  test.each([
    ["name where something was found", { text: "Ferry without lights via @mara_quill" }],
    ["are reposts", { repost_of: "m2" }],
  ])("posts that %s address nobody", async (_, more) => {
    const rows = posts().map((row) =>
      String(row.id).startsWith("s")
        ? { ...row, reply_to: "", reply_to_account: "", mentions: "mara_quill", ...more }
        : row,
    );
    const { code, out } = await run(rows);
    expect(code).toBe(0);
    expect(out).toContain("0 pile-ons");
  });

  test("times of whole days tell no hour", async () => {
    const days = posts().map((row) => ({
      ...row,
      created_at: Math.floor(Number(row.created_at) / (24 * hour)) * 24 * hour,
    }));
    const { code, err } = await run(days);
    expect(code).toBe(2);
    expect(err).toContain("all times are whole days");
  });

  test("actions on objects tell nobody who is addressed", async () => {
    const folder = folderOf({
      "a.csv": "object_id,account_id,content_id,timestamp_share\nx,a,1,0\n",
    });
    remove = folder.remove;
    const { code, err } = await parallax(["pile-ons", join(folder.path, "a.csv")], key);
    expect(code).toBe(2);
    expect(err).toContain("give the posts");
  });
});
