import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";
import { noPosts } from "./reach.ts";

const longestNames = 2000;
const pileOnsQuery = z.object({
  least: z
    .string()
    .regex(/^\d{1,6}$/)
    .refine((text) => Number(text) >= 2),
  consent: z.string().max(longestNames),
});
const oneQuery = pileOnsQuery.extend({ number: z.string().regex(/^\d{1,6}$/) });

/** On whom many strangers came at once in the posts of the case. */
export function pileOnRoutes({ pileOns }: Pick<Deps, "pileOns">) {
  return new Hono()
    .get("/", asksAll, async (c) => {
      if (!pileOns) return c.json<Failure>(noPosts, 404);
      try {
        return c.json(await pileOns.answer(questionOf(c.req.valid("query"))), 200);
      } catch (error) {
        if (error instanceof RangeError) return c.json<Failure>(wholeDays(error), 400);
        throw error;
      }
    })
    .get("/one", asksOne, async (c) => {
      if (!pileOns) return c.json<Failure>(noPosts, 404);
      const { number, ...question } = c.req.valid("query");
      const one = await pileOns.one(questionOf(question), Number(number));
      return one ? c.json(one, 200) : c.json<Failure>(noSuch, 404);
    });
}

const asksAll = validator("query", (query, c) => {
  const parsed = pileOnsQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
});

const asksOne = validator("query", (query, c) => {
  const parsed = oneQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
});

function questionOf({ least, consent }: { least: string; consent: string }) {
  const consenting = consent.split(",").map((name) => name.trim());
  return { leastSenders: Number(least), consenting: consenting.filter((name) => name !== "") };
}

const unclear: Failure = {
  message: "invalid question about pile-ons",
  mend: "give least=SENDERS, 2 or more, and consent=ACCOUNTS, with commas between, or empty",
};

const noSuch: Failure = { message: "no such pile-on", mend: "choose one from the list" };

/** `what is wrong (what to do)` */
function wholeDays({ message }: RangeError): Failure {
  const at = message.lastIndexOf(" (");
  return { message: message.slice(0, at), mend: message.slice(at + 2, -1) };
}
