import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import { z } from "zod";
import { judgedQuestions, verdicts } from "../../document/judgement.ts";
import type { Deps } from "../deps.ts";
import type { Failure, JudgementsPage } from "../types.ts";

/** UTF-16 code units. */
const longestNote = 2000;
const longestAuthor = 120;
const longestBodyBytes = 64 * 1024;
/** A page of the list is well under 200 kB. */
export const judgementsPerPage = 100;

const author = z.string().trim().min(1).max(longestAuthor);
const judging = z
  .object({
    act: z.enum(verdicts),
    author,
    note: z.string().trim().max(longestNote).nullable(),
    mark: z.object({
      question: z.enum(judgedQuestions),
      about: z.string(),
      documentId: z.string().min(1),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
    }),
  })
  .refine(({ act, note }) => act !== "note" || (note !== null && note !== ""));
const undoing = z.object({ id: z.string().min(1), author });
const pageQuery = z.object({
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});

/** What people say of the marks. */
export function judgementRoutes({ judgements }: Pick<Deps, "judgements">) {
  return new Hono()
    .get(
      "/judgements",
      validator("query", (query, c) => {
        const parsed = pageQuery.safeParse(query);
        return parsed.success ? parsed.data : c.json<Failure>(noPage, 400);
      }),
      async (c) => {
        const page = Number(c.req.valid("query").page ?? "0");
        const view = await judgements.all();
        const from = page * judgementsPerPage;
        const answer: JudgementsPage = {
          ...view,
          judgements: view.judgements.slice(from, from + judgementsPerPage),
          problems: page === 0 ? view.problems.slice(0, judgementsPerPage) : [],
          total: view.judgements.length,
          next: from + judgementsPerPage < view.judgements.length ? page + 1 : null,
        };
        return c.json(answer, 200);
      },
    )
    .post(
      "/judgements",
      bodyLimit({ maxSize: longestBodyBytes, onError: (c) => c.json<Failure>(unclear, 413) }),
      validator("json", (body, c) => {
        const parsed = judging.safeParse(body);
        return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
      }),
      async (c) => {
        const entry = await judgements.judge(c.req.valid("json"));
        return entry ? c.json(entry, 201) : c.json<Failure>(noMark, 404);
      },
    )
    .post(
      "/judgements/undo",
      bodyLimit({ maxSize: longestBodyBytes, onError: (c) => c.json<Failure>(unclear, 413) }),
      validator("json", (body, c) => {
        const parsed = undoing.safeParse(body);
        return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
      }),
      async (c) => {
        const { id, author: by } = c.req.valid("json");
        const entry = await judgements.undo(id, by);
        return entry ? c.json(entry, 201) : c.json<Failure>(nothingToUndo, 404);
      },
    );
}

const noPage: Failure = { message: "invalid page", mend: "count pages from 0" };

const unclear: Failure = {
  message: "invalid judgement",
  mend: `give a name (up to ${longestAuthor} characters) and, for a note, up to ${longestNote} characters`,
};

const noMark: Failure = {
  message: "there is no such mark",
  mend: "load the page again: the case may have been read anew",
};

const nothingToUndo: Failure = {
  message: "there is no such judgement, or it was undone before",
  mend: "load the page again",
};
