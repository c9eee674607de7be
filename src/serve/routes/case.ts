import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import { reviewedFindings } from "../../compare/judgements/reviewed.ts";
import type { Deps } from "../deps.ts";
import { answersOf } from "../overview.ts";
import { pageOf } from "../paged.ts";
import type { CaseHead, Failure, Overview, ReviewedHead } from "../types.ts";

/** Problems with files that are told at once; all stand in what `parallax analyze` prints. */
const mostProblems = 200;

const whole = z.string().regex(/^\d{1,9}$/);
const stretchQuery = z.object({ from: whole, count: whole });

/** The case as a whole, and its documents page by page. */
export function caseRoutes({ overview, judgements }: Pick<Deps, "overview" | "judgements">) {
  return new Hono()
    .get("/case", async (c) => c.json(headOf(await overview())))
    .get("/case/reviewed", async (c) => {
      const { documents, sides } = await overview();
      const findings = await reviewedFindings(judgements.reviewed, { events: [] });
      return c.json<ReviewedHead>(answersOf(findings, documents, sides), 200);
    })
    .get("/documents", asksStretch, async (c) => {
      const { from, count } = c.req.valid("query");
      const { documents } = await overview();
      const stretch = { from: Number(from), count: Number(count) };
      return c.json(pageOf(documents, stretch, { row: (card) => card }), 200);
    });
}

/** The case without what grows with its documents. */
function headOf({ documents, problems, sources, ...rest }: Overview): Omit<CaseHead, "documents"> {
  const own = new Set(documents.map(({ id }) => id));
  return {
    ...rest,
    // A document that is its own source is on its card already.
    sources: sources.filter(({ id }) => !own.has(id)),
    problems: problems.slice(0, mostProblems),
    problemCount: problems.length,
  };
}

const asksStretch = validator("query", (query, c) => {
  const parsed = stretchQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
});

const unclear: Failure = {
  message: "invalid stretch of documents",
  mend: "give from and count as whole numbers",
};
