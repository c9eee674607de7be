import { describe, expect, test } from "vitest";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { weirDraft } from "../../tests/fixtures/draft.ts";
import { docxOf, paragraphOf } from "../../tests/support/zip.ts";
import { createApp } from "./app.ts";
import { longestDraft } from "./routes/draft.ts";
import type { Backing, DraftAnswer, DraftOpened, Failure } from "./types.ts";

const app = createApp(weirDeps);
const home = "http://127.0.0.1:4177";
const own = { host: "127.0.0.1:4177", origin: home, "x-parallax-token": weirDeps.token };

function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = own,
) {
  return app.request(`${home}/api/draft${path}`, { method: "POST", body, headers });
}

function send(path: string, body: object) {
  return post(path, JSON.stringify(body), { ...own, "content-type": "application/json" });
}

async function notesOn(text: string): Promise<DraftAnswer> {
  const answer = await send("", { text });
  expect(answer.status).toBe(200);
  return (await answer.json()) as DraftAnswer;
}

describe("a draft held against the case", () => {
  test("notes with their words, how they are kept, and their passages on demand", async () => {
    const { notes, quotes } = await notesOn(weirDraft);
    const rules = notes.map(({ rule }) => rule);
    expect(rules).toEqual(["unattributed-quote", "side-not-quoted", "side-not-quoted"]);
    const [quoted, side] = notes;
    expect(weirDraft.slice(quoted?.span?.start, quoted?.span?.end)).toMatch(/^“Nobody rang us/);
    expect(quoted?.keep).toEqual({
      rule: "unattributed-quote",
      at: weirDraft.trimEnd().length,
    });
    expect(side?.keep.rule).toBe(`side-not-quoted:${side?.id}`);
    expect(quotes.sides.map(({ attributions }) => attributions)).toEqual([0, 0]);
    const passages = await send("/note", { text: weirDraft, id: side?.id });
    const list = (await passages.json()) as Backing[];
    expect(list).toHaveLength(side?.passages ?? -1);
    expect(list[0]?.role).toMatch(/^quotes /);
  });

  test("how far the case is prepared is told at once", async () => {
    const answer = await send("/ready", {});
    expect(await answer.json()).toEqual({ done01: 1 });
  });

  test("a mark at the place that the answer names keeps the note", async () => {
    const [note] = (await notesOn(weirDraft)).notes;
    if (!note) throw new Error("no note");
    const { at, rule } = note.keep;
    const mark = ` <!-- parallax: keep ${rule} heard by our reporter -->`;
    const kept = weirDraft.slice(0, at) + mark + weirDraft.slice(at);
    const { notes, marks } = await notesOn(kept);
    expect(notes[0]).toMatchObject({ id: note.id, keptBecause: "heard by our reporter" });
    expect(marks).toMatchObject([{ notes: [note.id], problem: null }]);
    expect(kept.slice(marks[0]?.at?.start, marks[0]?.at?.end)).toBe(mark.trim());
  });

  test.each<[what: string, text: string, status: number, message: RegExp]>([
    ["nothing", " \n", 422, /white space/],
    ["too much", "a ".repeat(longestDraft), 400, /longer than 100,000 characters/],
    [
      "another language",
      "Der Fährmann sagte am Montag, dass die Lichter des Schiffes die ganze Nacht gebrannt hätten, und niemand habe ihn danach gefragt.",
      422,
      /the language \(de\) is not read/,
    ],
  ])("%s is told with the mend", async (_what, text, status, message) => {
    const answer = await send("", { text });
    expect(answer.status).toBe(status);
    const failure = (await answer.json()) as Failure;
    expect(failure.message).toMatch(message);
    expect(failure.mend).not.toBe("");
  });

  test("no note of that id, and no token", async () => {
    expect((await send("/note", { text: weirDraft, id: "none" })).status).toBe(404);
    const { "x-parallax-token": _token, ...others } = own;
    expect((await post("", "{}", others)).status).toBe(403);
  });
});

describe("files that are opened", () => {
  const sentence =
    "The gates were opened before dawn, and nobody was told of it in the town below.";
  test.each<
    [name: string, content: string | Uint8Array<ArrayBuffer>, text: RegExp, format: string]
  >([
    ["d.md", `# Water\r\n\r\n${sentence}\n`, /^# Water\r\n\r\nThe gates/, "markdown"],
    ["d.txt", sentence, /^The gates/, "text"],
    [
      "d.docx",
      new Uint8Array(
        docxOf(paragraphOf("[parallax: keep own-voice seen by us]") + paragraphOf(sentence)),
      ),
      /^The gates .* \[parallax: keep own-voice seen by us\]$/,
      "text",
    ],
    [
      "d.html",
      `<html><body><article><p>${sentence} It rained.<!-- parallax: keep own-voice seen by us --></p></article></body></html>`,
      /^The gates .* It rained\. \[parallax: keep own-voice seen by us\]$/,
      "text",
    ],
  ])("%s", async (name, content, text, format) => {
    const answer = await post(`/open?name=${name}`, content);
    expect(answer.status).toBe(200);
    const opened = (await answer.json()) as DraftOpened;
    expect(opened.text).toMatch(text);
    expect(opened).toMatchObject({ name, format });
  });

  test.each<[name: string, content: string]>([
    ["d.docx", "PK\u0003\u0004"],
    ["d.pdf", "%PDF-1.7"],
    ["d.txt", ""],
  ])("%s that cannot be read", async (name, content) => {
    const answer = await post(`/open?name=${name}`, content);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as Failure).mend).not.toBe("");
  });
});

test("a draft to try with", async () => {
  const answer = await app.request(`${home}/api/draft/example`, { headers: { host: own.host } });
  expect(((await answer.json()) as DraftOpened).text).toBe(weirDraft);
});
