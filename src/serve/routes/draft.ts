import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";

/** Longest draft that is checked as it is written, in UTF-16 code units: a magazine's longest piece. */
export const longestDraft = 100_000;
const longestBodyBytes = 1024 * 1024;
/** Largest file that is opened as a draft. */
export const largestFileBytes = 20 * 1024 * 1024;

const draft = {
  text: z.string().max(longestDraft),
  format: z.enum(["markdown", "text"]).default("markdown"),
};
const checkBody = z.object(draft);
const noteBody = z.object({ ...draft, id: z.string().min(1).max(80) });
const openQuery = z.object({ name: z.string().min(1).max(300) });

/** A draft held against the case. Its text comes with each question and is kept nowhere. */
export function draftRoutes({ draft }: Pick<Deps, "draft">) {
  return new Hono()
    .post("/ready", async (c) => c.json(await draft.ready(), 200))
    .post(
      "/",
      bodyLimit({ maxSize: longestBodyBytes, onError: (c) => c.json<Failure>(tooLong, 413) }),
      validator("json", (body, c) => {
        const parsed = checkBody.safeParse(body);
        return parsed.success ? parsed.data : c.json<Failure>(tooLong, 400);
      }),
      async (c) => {
        const answer = await draft.check(c.req.valid("json"));
        return "mend" in answer ? c.json<Failure>(answer, 422) : c.json(answer, 200);
      },
    )
    .post(
      "/note",
      bodyLimit({ maxSize: longestBodyBytes, onError: (c) => c.json<Failure>(tooLong, 413) }),
      validator("json", (body, c) => {
        const parsed = noteBody.safeParse(body);
        return parsed.success ? parsed.data : c.json<Failure>(tooLong, 400);
      }),
      async (c) => {
        const { id, ...text } = c.req.valid("json");
        const passages = await draft.passages(text, id);
        return passages === null
          ? c.json<Failure>({ message: `the draft has no such note: ${id}`, mend: "close it" }, 404)
          : c.json(passages, 200);
      },
    )
    .post(
      "/open",
      bodyLimit({ maxSize: largestFileBytes, onError: (c) => c.json<Failure>(tooLarge, 413) }),
      validator("query", (query, c) => {
        const parsed = openQuery.safeParse(query);
        return parsed.success
          ? parsed.data
          : c.json<Failure>({ message: "a file without a name", mend: "give ?name=FILE" }, 400);
      }),
      async (c) => {
        const bytes = new Uint8Array(await c.req.arrayBuffer());
        const opened = await draft.open(c.req.valid("query").name, bytes);
        if ("mend" in opened) return c.json<Failure>(opened, 422);
        return opened.text.length > longestDraft
          ? c.json<Failure>(tooLong, 413)
          : c.json(opened, 200);
      },
    )
    .get("/example", async (c) => c.json(await draft.example(), 200));
}

const tooLong: Failure = {
  message: `longer than ${longestDraft.toLocaleString("en")} characters`,
  mend: "hold its parts against the case one by one, or use: parallax check DRAFT --case PATH",
};

const tooLarge: Failure = {
  message: "a file of more than 20 MB",
  mend: "save its text alone",
};
