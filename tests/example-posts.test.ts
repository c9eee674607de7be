import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { examplePosts, examplePostsFile, plantedMembers } from "../scripts/example-posts.ts";
import { asGiven } from "../src/document/mask.ts";
import { loadAll } from "../src/pipeline/load-posts.ts";
import { findSpread } from "../src/pipeline/spread.ts";
import { openEngine } from "../src/store/actions/engine.ts";

const options = { windowSeconds: 60, minParticipation: 2, minWeight: 2, test: true, seed: 1 };

test("the bundled posts are those that their script makes", () => {
  expect(gunzipSync(readFileSync(examplePostsFile)).toString("utf8")).toBe(examplePosts());
});

test.each(["hashtag", "similar-text"] as const)(
  "exactly the two planted groups act together on %s",
  async (on) => {
    const engine = await openEngine();
    try {
      await loadAll(engine, [examplePostsFile], { on, format: null, columns: null });
      const { groups } = await findSpread(engine, options, {
        account: asGiven,
        object: (object) => object,
      });
      const { island, mainland } = plantedMembers();
      const found = groups.map(({ members }) => [...members].sort()).sort();
      expect(found).toEqual([[...mainland].sort(), [...island].sort()]);
    } finally {
      engine.close();
    }
  },
);

test.each(["url", "repost"] as const)(
  "on %s a group of either side is found, of planted members only",
  async (on) => {
    const engine = await openEngine();
    try {
      await loadAll(engine, [examplePostsFile], { on, format: null, columns: null });
      const { groups } = await findSpread(engine, options, {
        account: asGiven,
        object: (object) => object,
      });
      const { island, mainland } = plantedMembers();
      const sides = groups.map(({ members }) =>
        members.every((one) => island.includes(one))
          ? "island"
          : members.every((one) => mainland.includes(one))
            ? "mainland"
            : "others",
      );
      expect(sides.sort()).toEqual(["island", "mainland"]);
      for (const { members } of groups) expect(members.length).toBeGreaterThanOrEqual(13);
    } finally {
      engine.close();
    }
  },
);
