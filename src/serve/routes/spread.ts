import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import { postObjects } from "../../store/posts/post-actions.ts";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";

/** A day: what is further apart is not at once. */
export const longestWindowSeconds = 86_400;
const spreadQuery = z.object({
  on: z.enum(postObjects),
  window: z
    .string()
    .regex(/^\d{1,5}$/)
    .refine((text) => Number(text) >= 1 && Number(text) <= longestWindowSeconds),
});
const edgeQuery = spreadQuery.extend({ a: z.string().min(1), b: z.string().min(1) });

/** Who acts together in the posts of the case. */
export function spreadRoutes({ spread }: Pick<Deps, "spread">) {
  return new Hono()
    .get("/", asksSpread, async (c) => {
      if (!spread) return c.json<Failure>(noPosts, 404);
      try {
        return c.json(await spread.answer(questionOf(c.req.valid("query"))), 200);
      } catch (error) {
        if (error instanceof RangeError) return c.json<Failure>(tooShort(error), 400);
        throw error;
      }
    })
    .get("/edge", asksEdge, async (c) => {
      if (!spread) return c.json<Failure>(noPosts, 404);
      const { a, b, ...question } = c.req.valid("query");
      const evidence = await spread.edge(questionOf(question), a, b);
      return evidence ? c.json(evidence, 200) : c.json<Failure>(noSuchPair, 404);
    });
}

const asksSpread = validator("query", (query, c) => {
  const parsed = spreadQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclearSpread, 400);
});

const asksEdge = validator("query", (query, c) => {
  const parsed = edgeQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclearSpread, 400);
});

/** A parameter of an address is a text, so that the workbench can be told which there are. */
function questionOf({ on, window }: { on: z.infer<typeof spreadQuery>["on"]; window: string }) {
  return { on, windowSeconds: Number(window) };
}

const noPosts: Failure = {
  message: "this case holds no posts",
  mend: "put exported posts into its folder and start parallax again",
};

const noSuchPair: Failure = {
  message: "no such pair of accounts",
  mend: "choose one from the list of a group",
};

const unclearSpread: Failure = {
  message: "invalid question about posts",
  mend: `give on=${postObjects.join("|")} and window=SECONDS, from 1 to ${longestWindowSeconds}`,
};

/** `invalid window: what is wrong (what to do)` */
function tooShort({ message }: RangeError): Failure {
  const at = message.lastIndexOf(" (");
  return { message: message.slice(0, at), mend: message.slice(at + 2, -1) };
}
