import { Hono } from "hono";
import type { Deps } from "../deps.ts";

/** The case as a whole, and the answers to each question put to its documents. */
export function caseRoutes({ overview, findings }: Pick<Deps, "overview" | "findings">) {
  return new Hono()
    .get("/case", async (c) => c.json(await overview()))
    .get("/findings/claims", async (c) => c.json(await findings("claims")))
    .get("/findings/figures", async (c) => c.json(await findings("figures")))
    .get("/findings/wording", async (c) => c.json(await findings("wording")))
    .get("/findings/silence", async (c) => c.json(await findings("silence")))
    .get("/findings/sourcing", async (c) => c.json(await findings("sourcing")))
    .get("/findings/origins", async (c) => c.json(await findings("origins")))
    .get("/findings/timeline", async (c) => c.json(await findings("timeline")));
}
