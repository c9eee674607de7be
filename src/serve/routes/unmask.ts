import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";
import { noPosts } from "./reach.ts";

const longestBodyBytes = 16 * 1024;
const longestReason = 2000;
/** A reason that can be read later is more than a key that was hit. */
const shortestReason = 10;
const unmaskBody = z.object({
  account: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(shortestReason).max(longestReason),
});

/** Which accounts of the case were un-masked, when and why; and one more, for a reason. */
export function unmaskRoutes({ unmasking }: Pick<Deps, "unmasking">) {
  return new Hono()
    .get("/", async (c) => c.json(unmasking ? await unmasking.log() : [], 200))
    .post(
      "/",
      bodyLimit({ maxSize: longestBodyBytes, onError: (c) => c.json<Failure>(unclear, 413) }),
      validator("json", (body, c) => {
        const parsed = unmaskBody.safeParse(body);
        return parsed.success ? parsed.data : c.json<Failure>(unclear, 400);
      }),
      async (c) => {
        if (!unmasking) return c.json<Failure>(noPosts, 404);
        const { account, reason } = c.req.valid("json");
        const done = await unmasking.unmask(account, reason);
        return done.outcome === "unknown"
          ? c.json<Failure>(
              { message: `no such account: ${account}`, mend: "choose one from a list" },
              404,
            )
          : c.json(done, 200);
      },
    );
}

const unclear: Failure = {
  message: "un-masking an account needs a reason",
  mend: `say in ${shortestReason} to ${longestReason} characters what you need the name for; it is kept in the case`,
};
