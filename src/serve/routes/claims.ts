import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";

const postsQuery = z.object({
  id: z.string().min(1),
  from: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** Who carried a claim in posts: all counts, and its posts page by page. */
export function claimRoutes({ carried }: Pick<Deps, "carried">) {
  return new Hono().get("/posts", asksPosts, async (c) => {
    const { id, from } = c.req.valid("query");
    const found = await carried(id, Number(from ?? 0));
    return found ? c.json(found, 200) : c.json<Failure>(noneCarried(id), 404);
  });
}

const asksPosts = validator("query", (query, c) => {
  const parsed = postsQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  return c.json<Failure>(
    { message: "invalid question about a claim", mend: "give id=CLAIM, and from=NUMBER" },
    400,
  );
});

function noneCarried(id: string): Failure {
  return {
    message: `no posts for the claim ${id}`,
    mend: "choose a claim of a case that holds posts",
  };
}
