import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";

/** Longest statement that can be asked, in UTF-16 code units: a paragraph, not an article. */
export const longestStatement = 2000;
const longestBodyBytes = 16 * 1024;

const askBody = z.object({ statement: z.string().trim().min(1).max(longestStatement) });

/** A statement of the user's own, looked up in every document. */
export function askRoutes({ ask }: Pick<Deps, "ask">) {
  return new Hono().post(
    "/",
    bodyLimit({ maxSize: longestBodyBytes, onError: (c) => c.json<Failure>(tooLong, 413) }),
    validator("json", (body, c) => {
      const parsed = askBody.safeParse(body);
      if (parsed.success) return parsed.data;
      return c.json<Failure>(tooLong, 400);
    }),
    async (c) => c.json(await ask(c.req.valid("json").statement), 200),
  );
}

const tooLong: Failure = {
  message: "invalid statement",
  mend: `send {"statement": TEXT} with 1 to ${longestStatement} characters`,
};
