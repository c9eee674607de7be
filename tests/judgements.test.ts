import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { resultSchemas } from "../src/cli/results/schemas.ts";
import { anchorOf } from "../src/document/anchor.ts";
import type { Judgement } from "../src/document/judgement.ts";
import { folderOf, parallax } from "./run.ts";

let remove = () => {};
afterEach(() => remove());

const text = `Weir opened at night

At least 14 people were killed in Marl on 12 May 2031, the assembly said.
`;

const judged: Judgement = {
  id: "j1",
  at: "2031-05-20T09:00:00.000Z",
  author: "Ada Quill",
  act: "reject",
  note: "=counts the missing as well",
  question: "readings",
  about: "dates",
  says: "2031-05-12 · absolute",
  rule: "dates/day",
  documentId: "courier.txt",
  sha256: createHash("sha256").update(text).digest("hex"),
  anchor: anchorOf(text, {
    start: text.indexOf("12 May 2031"),
    end: text.indexOf("12 May 2031") + 11,
  }),
};
const gone = { ...judged, id: "j2", anchor: anchorOf("Nobody wrote this.", { start: 0, end: 6 }) };

function judge(format: string, ahead = "") {
  const log = [JSON.stringify(judged), "{broken", JSON.stringify(gone)].join("\n");
  const folder = folderOf({ "courier.txt": ahead + text, "judgements.jsonl": log });
  remove = folder.remove;
  return parallax(["judgements", folder.path, "--format", format]);
}

describe("parallax judgements", () => {
  test("has its form, lists what lost its mark, and names the broken line", async () => {
    const { code, out, err } = await judge("json");
    expect(code).toBe(0);
    expect(err).toContain("judgements.jsonl:2: no valid JSON");
    const written: unknown = JSON.parse(out);
    expect(resultSchemas.judgements.safeParse(written).error?.issues ?? []).toEqual([]);
    expect(written).toMatchObject([
      { id: "j1", state: "placed" },
      { id: "j2", state: "lost" },
    ]);
  });

  test("finds the words again where text was put before them", async () => {
    const ahead = "Updated by our own staff on Friday.\n\n";
    const [annotation] = JSON.parse((await judge("annotations", ahead)).out).first.items;
    const [quote, position] = annotation.target.selector;
    expect((ahead + text).slice(position.start, position.end)).toBe(quote.exact);
    const digest = createHash("sha256")
      .update(ahead + text)
      .digest("hex");
    expect(annotation.target.source.digest).toBe(`sha256:${digest}`);
  });

  test("as a table no note is a formula", async () => {
    const { out } = await judge("csv");
    expect(out.split("\r\n")[1]).toContain("'=counts the missing as well");
  });

  test("an unknown format is refused with those there are", async () => {
    const { code, err } = await judge("xml");
    expect(code).toBe(2);
    expect(err).toContain("give text, json, csv, annotations");
  });
});
