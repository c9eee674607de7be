import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import { objectNamed } from "../../pipeline/reach.ts";
import { reachObjects } from "../../spread/reach/reach.ts";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";

/** Longest thing that can be asked for: a post's words, not an article. */
const longestObject = 4000;
const words = z.string().max(longestObject);
const number = z.string().regex(/^\d{1,9}$/);
const mostQuery = z.object({ on: z.enum(reachObjects), q: words });
const reachQuery = z.object({
  on: z.enum(reachObjects),
  object: words.min(1),
  least: number,
  within: number,
});

/** How far something was carried in the posts of the case, and by whom. */
export function reachRoutes({ reach }: Pick<Deps, "reach">) {
  return new Hono()
    .get("/", asksReach, async (c) => {
      if (!reach) return c.json<Failure>(noPosts, 404);
      const { on, object, least, within } = c.req.valid("query");
      // What the list names is taken as it is: `objectNamed` would read a text's words anew.
      const named = on === "text" ? object : objectNamed(on, object);
      const answer =
        named === null
          ? null
          : await reach.answer({
              on,
              object: named,
              leastFollowers: Math.max(1, Number(least)),
              withinSeconds: Number(within),
            });
      return answer ? c.json(answer, 200) : c.json<Failure>(notCarried(on, object), 404);
    })
    .get("/most", asksMost, async (c) => {
      if (!reach) return c.json<Failure>(noPosts, 404);
      const { on, q } = c.req.valid("query");
      return c.json(await reach.most(on, q.replace(/^#/, "")), 200);
    });
}

const asksReach = validator("query", (query, c) => {
  const parsed = reachQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
});

const asksMost = validator("query", (query, c) => {
  const parsed = mostQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
});

export const noPosts: Failure = {
  message: "this case holds no posts",
  mend: "put exported posts into its folder and start parallax again",
};

const unclear: Failure = {
  message: "invalid question about posts",
  mend: `give on=${reachObjects.join("|")}, object=TEXT, least=FOLLOWERS and within=SECONDS`,
};

function notCarried(on: string, object: string): Failure {
  return { message: `no post has the ${on} ${object}`, mend: "choose one from the list" };
}
