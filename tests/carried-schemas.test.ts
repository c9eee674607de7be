import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { z } from "zod";
import { lineSchemas } from "../src/cli/results/schemas.ts";
import type { ShownBurst } from "../src/pipeline/bursts.ts";
import type { ShownPileOn } from "../src/pipeline/pile-ons.ts";
import type { ShownPhrasing, ShownReach } from "../src/pipeline/reach.ts";
import type { FollowedAccount } from "../src/store/posts/reach-posts.ts";
import { parallax } from "./run.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Line<K extends keyof typeof lineSchemas> = z.output<(typeof lineSchemas)[K]>;
type Kind<K extends string> = Omit<Extract<Line<"reach">, { kind: K }>, "kind">;

/** A field that a type gains, loses or changes, and its form does not, is an error of the compiler here. */
const alike: {
  object: Same<Kind<"object">, ShownReach>;
  phrasing: Same<Kind<"phrasing">, ShownPhrasing>;
  account: Same<Kind<"account">, FollowedAccount>;
  pileOn: Same<Line<"pile-ons">, ShownPileOn>;
  burst: Same<Line<"bursts">, ShownBurst>;
} = { object: true, phrasing: true, account: true, pileOn: true, burst: true };

const posts = fileURLToPath(new URL("../examples/brenna-strait/posts", import.meta.url));

test.each(["reach", "pile-ons", "bursts"] as const)(
  "every line of parallax %s --json has its form",
  async (command) => {
    const { out, err } = await parallax([command, join(posts, "posts.csv.gz"), "--json"], {
      PARALLAX_MASK_KEY: "a key of the test",
    });
    expect(err).toBe("");
    const lines = out.trim().split("\n");
    expect(lines[0]).not.toBe("");
    for (const line of lines)
      expect(lineSchemas[command].safeParse(JSON.parse(line)).error?.issues ?? []).toEqual([]);
    expect(Object.values(alike)).not.toContain(false);
  },
);
