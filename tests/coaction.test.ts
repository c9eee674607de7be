import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { coAct } from "../src/spread/coaction/co-act.ts";
import { type Engine, openEngine } from "../src/store/actions/engine.ts";
import { createActions, loadActions } from "../src/store/actions/load-actions.ts";
import { accountsOf, sortActions } from "../src/store/actions/sort-actions.ts";

const inputs = "../shared/data/coordination";

type Row = readonly string[];

function rowsOf(file: string): Row[] {
  const text = gunzipSync(readFileSync(join(inputs, "expected", file))).toString("utf8");
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
}

/** Our edges of one file by the names of their accounts, each in both orders. */
async function edgesOf(file: string, windowSeconds: number, minParticipation: number) {
  const engine: Engine = await openEngine();
  try {
    await createActions(engine.connection);
    await loadActions(engine.connection, join(inputs, file), "csv");
    const actions = await sortActions(engine.connection, minParticipation);
    const { edges } = await coAct(actions, { windowSeconds, minParticipation, minWeight: 1 });
    const named = await accountsOf(
      engine.connection,
      edges.flatMap(({ a, b }) => [a, b]),
    );
    return edges.map((edge) => ({
      ...edge,
      a: named.get(edge.a)?.name ?? "",
      b: named.get(edge.b)?.name ?? "",
    }));
  } finally {
    engine.close();
  }
}

const key = (a: string, b: string) => [a, b].sort().join("\t");

// What other tools found in the same files lies beside the project, not in it.
describe.skipIf(!existsSync(inputs))("the same edges as other tools", () => {
  test.each([
    ["ira_hash_100k.csv.gz", 60, "coor_hash_100k_60.csv.gz", 2655],
    ["ira_hash_100k.csv.gz", 600, "coor_hash_100k_600.csv.gz", 5127],
    ["ira_rt_100k.csv.gz", 60, "coor_rt_100k_60.csv.gz", 1037],
    ["ira_text_100k.csv.gz", 60, "coor_text_100k_60.csv.gz", 30],
    ["ira_hash_1m.csv.gz", 60, "coor_hash_1m_60.csv.gz", 14536],
  ])("CooRTweet, %s within %d s", async (file, windowSeconds, expected, count) => {
    const [, ...rows] = rowsOf(expected);
    const edges = new Map(
      (await edgesOf(file, windowSeconds, 2)).map((edge) => [key(edge.a, edge.b), edge]),
    );
    expect(rows).toHaveLength(count);
    expect(edges.size).toBe(count);
    const wrong = rows.filter(([a = "", b = "", weight, delta]) => {
      const edge = edges.get(key(a, b));
      return (
        edge?.weight !== Number(weight) || Math.abs(edge.meanDeltaSeconds - Number(delta)) > 1e-6
      );
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    [1, "cnt_hash_100k_60_m1.csv.gz"],
    [2, "cnt_hash_100k_60_m2.csv.gz"],
  ])("the Coordination Network Toolkit, at least %d posts in a direction", async (least, file) => {
    const directed = (await edgesOf("ira_hash_100k.csv.gz", 60, 1)).flatMap(
      ({ a, b, postsA, postsB }) => [`${a},${b},${postsA}`, `${b},${a},${postsB}`],
    );
    const ours = directed.filter((row) => Number(row.slice(row.lastIndexOf(",") + 1)) >= least);
    expect(ours.sort()).toEqual(
      rowsOf(file)
        .map((row) => row.join(","))
        .sort(),
    );
  });
});
