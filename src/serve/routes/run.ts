import { Hono } from "hono";
import type { Deps } from "../deps.ts";

/** How far the case is with being analysed, and the wish to have it analysed again. */
export function runRoutes({ live }: Pick<Deps, "live">) {
  return new Hono()
    .get("/", (c) => c.json(live.state()))
    .post("/", (c) => {
      live.again();
      return c.json(live.state(), 202);
    });
}
