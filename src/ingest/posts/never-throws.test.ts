import fc from "fast-check";
import { expect, test } from "vitest";
import type { PostFormat } from "./format.ts";
import { fourcat } from "./fourcat.ts";
import { ioArchive } from "./io-archive.ts";
import { zeeschuimer } from "./zeeschuimer.ts";

const names = [
  "source_platform",
  "data",
  "item_id",
  "rest_id",
  "id_str",
  "id",
  "legacy",
  "core",
  "user_results",
  "result",
  "tweet",
  "full_text",
  "created_at",
  "entities",
  "hashtags",
  "urls",
  "user_mentions",
  "text",
  "retweeted_status_result",
  "quoted_status_result",
  "user_id_str",
  "account",
  "acct",
  "author",
  "body",
  "thread_id",
  "timestamp",
  "is_retweet",
  "tweetid",
  "userid",
  "tweet_text",
  "tweet_time",
];

/** JSON of any shape, in which the formats' own names stand in all wrong places. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 0, 1e18, -1, "", "x.com", "1", "1E+18", "['a'", "&amp;"),
    fc.string(),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("json"), { maxKeys: 8 }),
  ),
}));

test.each<[string, PostFormat]>([
  ["zeeschuimer", zeeschuimer],
  ["4cat", fourcat],
  ["io-archive", ioArchive],
])("no record makes %s throw", (_, format) => {
  const check = (record: unknown) => {
    const mapped = format.map(record);
    if ("post" in mapped) {
      expect(mapped.post.id).not.toBe("");
      expect(mapped.post.accountId).not.toBe("");
    } else expect(mapped.unmapped.message).not.toBe("");
    const kept = format.withoutTraces?.(JSON.stringify(record));
    if (kept !== undefined) JSON.parse(kept);
  };
  fc.assert(fc.property(json, check), { numRuns: 300 });
  fc.assert(
    fc.property(json, json, (data, legacy) => {
      check({ source_platform: "x.com", data: { rest_id: "1", core: data, legacy } });
      check({ source_platform: "tiktok.com", data });
    }),
    { numRuns: 300 },
  );
});
