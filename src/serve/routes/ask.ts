import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { claimList } from "../lists/claims.ts";
import { listCaseOf } from "../lists/list.ts";
import type { Failure } from "../types.ts";

/** Longest statement that can be asked, in UTF-16 code units: a paragraph, not an article. */
export const longestStatement = 2000;
const longestBodyBytes = 16 * 1024;

const askBody = z.object({ statement: z.string().trim().min(1).max(longestStatement) });

/** A statement of the user's own, looked up in every document: a row as the claims found have. */
export function askRoutes({ ask, overview }: Pick<Deps, "ask" | "overview">) {
  return new Hono().post(
    "/",
    bodyLimit({ maxSize: longestBodyBytes, onError: (c) => c.json<Failure>(tooLong, 413) }),
    validator("json", (body, c) => {
      const parsed = askBody.safeParse(body);
      if (parsed.success) return parsed.data;
      return c.json<Failure>(tooLong, 400);
    }),
    async (c) => {
      const claim = await ask(c.req.valid("json").statement);
      return c.json(claimList.row(claim, listCaseOf(await overview())), 200);
    },
  );
}

const tooLong: Failure = {
  message: "invalid statement",
  mend: `send {"statement": TEXT} with 1 to ${longestStatement} characters`,
};
