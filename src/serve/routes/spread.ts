import { type Context, Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import type { CaseSpread } from "../../spread/answer.ts";
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
const whole = z.string().regex(/^\d{1,7}$/);
const edgeQuery = spreadQuery.extend({
  a: z.string().min(1),
  b: z.string().min(1),
  from: whole.optional(),
});
const groupQuery = spreadQuery.extend({ number: whole });
const accountQuery = spreadQuery.extend({ account: z.string().min(1) });
const hashtag = z.string().max(200).optional();
const againstQuery = spreadQuery.extend({ a: hashtag, b: hashtag });

/** Who acts together in the posts of the case. */
export function spreadRoutes({ spread }: Pick<Deps, "spread">) {
  return new Hono()
    .get("/", asks(spreadQuery), (c) =>
      answered(c, spread, (has) => has.answer(questionOf(c.req.valid("query"))), noPosts),
    )
    .get("/group", asks(groupQuery), (c) => {
      const { number, ...question } = c.req.valid("query");
      return answered(c, spread, (has) => has.group(questionOf(question), Number(number)), noGroup);
    })
    .get("/account", asks(accountQuery), (c) => {
      const { account, ...question } = c.req.valid("query");
      return answered(c, spread, (has) => has.account(questionOf(question), account), noAccount);
    })
    .get("/picture", asks(spreadQuery), (c) =>
      answered(c, spread, (has) => has.picture(questionOf(c.req.valid("query"))), noPosts),
    )
    .get("/sweep", asks(spreadQuery), (c) =>
      answered(c, spread, (has) => has.sweep(questionOf(c.req.valid("query"))), noPosts),
    )
    .get("/edge", asks(edgeQuery), (c) => {
      const { a, b, from, ...question } = c.req.valid("query");
      const pair = { a, b, from: Number(from ?? 0) };
      return answered(c, spread, (has) => has.edge(questionOf(question), pair), noSuchPair);
    })
    .get("/against", asks(againstQuery), (c) => {
      const { a = "", b = "", ...question } = c.req.valid("query");
      const hashtags = a.trim() === "" || b.trim() === "" ? null : { a, b };
      return answered(c, spread, (has) => has.against(questionOf(question), hashtags), noPosts);
    });
}

/** What is found, or why there is nothing: no posts, no such thing, a window that cannot be asked. */
async function answered<T extends object>(
  c: Context,
  spread: CaseSpread | null,
  ask: (spread: CaseSpread) => Promise<T | null>,
  nothing: Failure,
) {
  if (!spread) return c.json<Failure>(noPosts, 404);
  try {
    const found = await ask(spread);
    return found ? c.json(found, 200) : c.json<Failure>(nothing, 404);
  } catch (error) {
    if (error instanceof RangeError) return c.json<Failure>(tooShort(error), 400);
    throw error;
  }
}

function asks<S extends z.ZodType>(schema: S) {
  return validator("query", (query, c) => {
    const parsed = schema.safeParse(query);
    return parsed.success ? parsed.data : c.json<Failure>(unclearSpread, 400);
  });
}

/** A parameter of an address is a text, so that the workbench can be told which there are. */
function questionOf({ on, window }: { on: z.infer<typeof spreadQuery>["on"]; window: string }) {
  return { on, windowSeconds: Number(window) };
}

const noPosts: Failure = {
  message: "this case holds no posts",
  mend: "put exported posts into its folder and start parallax again",
};

const noGroup: Failure = {
  message: "no such group",
  mend: "choose one from the list of groups",
};

const noAccount: Failure = {
  message: "no pair of such an account",
  mend: "choose one from the picture or from a group",
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
