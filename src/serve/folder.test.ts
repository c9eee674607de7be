import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { type AnalyzedCase, analyzeCase } from "../pipeline/analyze.ts";
import { caseFolderOf } from "../pipeline/case-folder.ts";
import { type App, createApp } from "./app.ts";
import type { CaseFileState, Failure, FolderView, Saved, SetUpPreview } from "./types.ts";

const folder = mkdtempSync(join(tmpdir(), "folder-"));
const home = "http://127.0.0.1:4177";
let analyzed: AnalyzedCase;
let app: App;

const caseFile = `# The weir
title: The weir
sides:
  upland: The office
  delta: The towns
sources:
  herald: { name: The Herald, side: upland } # a paper
  courier: { name: The Courier, side: delta, files: "courier/*.txt" }
checklist:
  - The gates were opened.
`;

beforeAll(async () => {
  write("case.yaml", caseFile);
  write("herald-1.txt", "The gates\n\nThe gates were opened at noon.\n");
  write("other.txt", "A letter\n\nNobody was warned, they say.\n");
  analyzed = await analyzeCase(folder, { environment: {} });
  app = createApp({ ...weirDeps, folder: await caseFolderOf(analyzed, { environment: {} }) });
});

afterAll(() => {
  analyzed.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
const read = (name: string) => readFileSync(join(folder, name), "utf8");

async function send<T>(method: string, path: string, body?: unknown, to = app) {
  const answer = await to.request(`${home}/api/folder${path}`, {
    method,
    headers: {
      host: "127.0.0.1:4177",
      origin: home,
      "x-parallax-token": weirDeps.token,
      ...(typeof body === "object" ? { "content-type": "application/json" } : {}),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

const pasted = { text: "", kind: "text", title: "", published: "", url: "", source: "" };

describe("documents", () => {
  test("a file is added once", async () => {
    const path = `/files?name=${encodeURIComponent("../letters/a.txt")}`;
    expect(await send("POST", path, "Dear editor, the gates.")).toEqual({
      status: 200,
      body: { outcome: "added", file: "letters/a.txt" },
    });
    expect(await send("POST", "/files?name=b.txt", "Dear editor, the gates.")).toMatchObject({
      body: { outcome: "there", file: "letters/a.txt" },
    });
  });

  test.each([
    ["/files?name=scan.pdf", "%PDF", "this format is not read"],
    ["/files?name=case.yaml", "title: x", "is a case file, not a document"],
    ["/files?name=empty.txt", "", "is empty"],
    ["/files", "x", "no file named"],
    ["/texts", { ...pasted, text: "x", kind: "video" }, "invalid text"],
    ["/set-up/preview", { title: 1 }, "invalid form"],
  ])("POST %s is refused with a mend", async (path, body, message) => {
    const answer = await send<Failure>("POST", path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toBe(message);
    expect(answer.body.mend).not.toBe("");
  });

  test("a pasted text goes where its source is told, and what is said of it into the case file", async () => {
    const answer = await send("POST", "/texts", {
      ...pasted,
      text: "Two people died at the mill.",
      title: "Two died: a report",
      published: "2031-05-04",
      source: "courier",
    });
    const file = "courier/2031-05-04-two-died-a-report.txt";
    expect(answer.body).toEqual({ outcome: "added", file });
    expect(read(file)).toBe("Two people died at the mill.");
    expect(read("case.yaml")).toBe(
      `${caseFile}\ndocuments:\n  ${file}:\n    title: "Two died: a report"\n    published: 2031-05-04\n`,
    );
    write("case.yaml", caseFile);
  });

  test("a page of a source without patterns is told by its folder; nothing is declared", async () => {
    const answer = await send("POST", "/texts", {
      ...pasted,
      ...{ text: "<p>The gates were shut.</p>", kind: "page", source: "herald" },
    });
    expect(answer.body).toEqual({ outcome: "added", file: "herald/pasted.html" });
    expect(read("case.yaml")).toBe(caseFile);
  });

  test("a source whose patterns do not fit gets the file named", async () => {
    const answer = await send("POST", "/texts", {
      ...pasted,
      ...{ text: "<p>The mill.</p>", kind: "page", title: "Mill", source: "courier" },
    });
    expect(answer.body).toEqual({ outcome: "added", file: "courier/mill.html" });
    expect(read("case.yaml")).toContain("files: [courier/*.txt, courier/mill.html] }");
    write("case.yaml", caseFile);
  });
});

describe("the case file", () => {
  test("what a declaration would change is told before it is written", async () => {
    const { body: state } = await send<CaseFileState>("GET", "/set-up");
    const { declared } = state;
    const sources = declared.sources.map((one) => ({
      ...one,
      ...(one.id === "herald" ? { side: "delta" } : { files: ["other.txt"] }),
    }));
    const { body } = await send<SetUpPreview>("POST", "/set-up/preview", { ...declared, sources });
    expect(body).toMatchObject({
      isChanged: true,
      fields: [],
      documents: { herald: 1, courier: 1 },
      unplaced: 0,
      readAnew: 1,
      moved: [
        {
          file: "herald-1.txt",
          from: { source: "The Herald", side: "upland" },
          to: { source: "The Herald", side: "delta" },
        },
        { file: "other.txt", to: { source: "The Courier", side: "delta" } },
      ],
    });
    expect(body.text).toContain("herald: { name: The Herald, side: delta } # a paper");
    expect(read("case.yaml")).toBe(caseFile);
    const names = declared.sources.map((one) => ({ ...one, aliases: ["Paper"] }));
    const all = await send<SetUpPreview>("POST", "/set-up/preview", {
      ...declared,
      sources: names,
    });
    expect(all.body.readAnew).toBe(analyzed.documents.length);
  });

  test("one change is written, the rest stays byte for byte; an old form does not write over it", async () => {
    const { body: state } = await send<CaseFileState>("GET", "/set-up");
    const declared = { ...state.declared, title: "The flood" };
    const wish = { sha256: state.sha256, declared };
    expect((await send<Saved>("PUT", "/set-up", wish)).body.outcome).toBe("saved");
    expect(read("case.yaml")).toBe(caseFile.replace("title: The weir", "title: The flood"));
    const again = await send<Saved>("PUT", "/set-up", wish);
    expect(again.body).toMatchObject({
      outcome: "conflict",
      onDisk: { text: read("case.yaml") },
    });
    write("case.yaml", caseFile);
  });

  test("what the schema refuses is said at its field and not written", async () => {
    const { body: state } = await send<CaseFileState>("GET", "/set-up");
    const declared = { ...state.declared, language: "english", packs: ["nothing"] };
    const { body } = await send<Saved>("PUT", "/set-up", { sha256: state.sha256, declared });
    expect(body.outcome === "fields" && body.fields.map(({ path }) => path)).toEqual([
      ["language"],
      ["packs"],
    ]);
    expect(read("case.yaml")).toBe(caseFile);
  });

  test("a file that cannot be used is said, with its line", async () => {
    write("case.yaml", "title: x\nside: y\n");
    const answer = await send<Failure>("GET", "/set-up");
    expect(answer).toMatchObject({
      status: 400,
      body: { message: 'unknown key "side" in the file' },
    });
    write("case.yaml", caseFile);
  });

  test("it is made where there is none", async () => {
    rmSync(join(folder, "case.yaml"));
    const { body: state } = await send<CaseFileState>("GET", "/set-up");
    expect(state).toMatchObject({ exists: false, text: "" });
    const sides = [{ id: "delta", was: null, name: "The towns" }];
    const declared = { ...state.declared, sides };
    await send("PUT", "/set-up", { sha256: state.sha256, declared });
    expect(read("case.yaml")).toBe("sides:\n  delta: The towns\n");
    write("case.yaml", caseFile);
  });
});

describe("what stays as it is", () => {
  const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));

  test("the bundled example: refused, and copied on demand", async () => {
    const place = mkdtempSync(join(tmpdir(), "home-"));
    const bundled = createApp({
      ...weirDeps,
      folder: await caseFolderOf(
        { ...analyzed, folder: example },
        { environment: { HOME: place } },
      ),
    });
    const view = await send<FolderView>("GET", "", undefined, bundled);
    expect(view.body.refusal).toMatchObject({ canCopy: true });
    for (const [method, path, body] of [
      ["POST", "/files?name=a.txt", "x"],
      ["POST", "/texts", { ...pasted, text: "x" }],
    ] as const) {
      const answer = await send<Failure>(method, path, body, bundled);
      expect(answer).toMatchObject({
        status: 400,
        body: { message: "this example came with Parallax and stays as it is" },
      });
    }
    expect(existsSync(join(example, "a.txt"))).toBe(false);
    const copied = await send<{ path: string }>("POST", "/copy", undefined, bundled);
    expect(copied.body.path).toBe(join(place, "parallax", "brenna-strait"));
    expect(existsSync(join(copied.body.path, "case.yaml"))).toBe(true);
    expect(existsSync(join(copied.body.path, ".parallax"))).toBe(false);
    rmSync(place, { recursive: true });
  });

  test("a folder that cannot be written, and a case file that lies elsewhere", async () => {
    const inCache = { ...analyzed, place: { ...analyzed.place, inCache: true } };
    const closed = await caseFolderOf(inCache, { environment: {} });
    expect(closed.refusal?.message).toContain("cannot be written");
    const elsewhere = await caseFolderOf(analyzed, { caseFile: "x.yaml", environment: {} });
    expect(elsewhere.refusal).toBeNull();
    expect(elsewhere.setUpRefusal?.message).toContain("lies elsewhere: x.yaml");
  });
});
