import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createRepeatFinder } from "../../src/compare/claims/repeats.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { rowsOf } from "../delimited.ts";
import type { Evaluation, Metric, Miss } from "../measure.ts";
import { sharedReader } from "../reading.ts";

const folder = join("data", "claim-matching");
/** Ranks beyond this earn nothing. */
const ranks = 5;

/** Finds the checked claim that a post repeats, among all checked claims (CheckThat! 2020, task 2). */
export const evaluation: Evaluation = {
  name: "repeats",
  needs: [folder],
  worst: "The weight is how far down the right claim stands.",
  kinds: {
    lower: "another claim stands above the one that the post repeats.",
    absent:
      "the post has no word in common with the claim that it repeats, or many claims have more.",
  },
  async run(shared) {
    const read = (file: string) => readFileSync(join(shared, folder, file));
    const claims = rowsOf(
      gunzipSync(read("verified_claims.docs.tsv.gz")).toString("utf8"),
      "\t",
    ).map(([id = "", statement = "", title = ""]) => ({ id, texts: [statement, title] }));
    const wordsOf = new Map(claims.map(({ id, texts }) => [id, texts.join(" / ")]));
    const find = createRepeatFinder(claims, readTermsWith(sharedReader()));
    const metrics: Metric[] = [];
    const misses: Miss[] = [];
    for (const part of ["dev", "train"]) {
      const right = new Map(
        read(`${part}-tweet-vclaim-pairs.qrels`)
          .toString("utf8")
          .trim()
          .split("\n")
          .map((line) => line.split("\t"))
          .map(([post = "", , claim = ""]) => [post, claim]),
      );
      const posts = rowsOf(read(`${part}-tweets.queries.tsv`).toString("utf8"), "\t");
      let sum = 0;
      for (const [id = "", post = ""] of posts) {
        const want = right.get(id) ?? "";
        const found = find(post, 50).map(({ claimId }) => claimId);
        const rank = found.indexOf(want) + 1;
        if (rank > 0 && rank <= ranks) sum += 1 / rank;
        if (rank === 1 || part !== "dev") continue;
        misses.push({
          kind: rank > 0 ? "lower" : "absent",
          place: `${part} ${id}`,
          detail: `${post}\ngold ${wordsOf.get(want)}\nfound ${wordsOf.get(found[0] ?? "") ?? "nothing"}`,
          weight: rank > 0 ? rank : 51,
        });
      }
      metrics.push({
        name: part === "dev" ? "right claim (MAP@5)" : "right claim, larger part (MAP@5)",
        value: sum / posts.length,
        n: posts.length,
        ...(part === "dev" ? { target: 0.8 } : {}),
      });
    }
    return { metrics, misses };
  },
};
