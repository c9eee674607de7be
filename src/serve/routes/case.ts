import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { pageOf } from "../paged.ts";
import type { Failure } from "../types.ts";

const whole = z.string().regex(/^\d{1,9}$/);
const stretchQuery = z.object({ from: whole, count: whole });

/** The case as a whole, and its documents page by page. */
export function caseRoutes({ overview }: Pick<Deps, "overview">) {
  return new Hono()
    .get("/case", async (c) => {
      const { documents: _, ...rest } = await overview();
      return c.json(rest);
    })
    .get("/documents", asksStretch, async (c) => {
      const { from, count } = c.req.valid("query");
      const { documents } = await overview();
      const stretch = { from: Number(from), count: Number(count) };
      return c.json(pageOf(documents, stretch, { row: (card) => card }), 200);
    });
}

const asksStretch = validator("query", (query, c) => {
  const parsed = stretchQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
});

const unclear: Failure = {
  message: "invalid stretch of documents",
  mend: "give from and count as whole numbers",
};
