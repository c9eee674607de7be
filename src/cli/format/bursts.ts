import type { Bursts, ShownBurst } from "../../pipeline/bursts.ts";
import type { On } from "../../pipeline/load-posts.ts";
import { instant } from "../posts-input.ts";
import { count, excerpt } from "../text.ts";

/** Bursts shown on a screen; JSON holds all. */
const most = { bursts: 20, objectLength: 100 } as const;

/** When something was posted more than its usual share, the heaviest first: a screen for people. */
export function burstsText(found: Bursts, on: On, posts: string): string {
  const { bursts, rows, accounts, objects, options } = found;
  const more = bursts.length - most.bursts;
  return [
    ...(posts === "" ? [] : [posts]),
    `${count(rows, "action")} of ${count(accounts, "account")} on ${count(objects, "object")} (${on}), ${instant(found.firstSeconds)} to ${instant(found.lastSeconds)}`,
    `${count(bursts.length, "burst")}: at least ${options.ratio} times the usual share of all actions, in bins of ${count(options.binSeconds, "second")}`,
    ...bursts.slice(0, most.bursts).flatMap((burst, at) => ["", ...burstLines(burst, at + 1)]),
    ...(more > 0 ? ["", `and ${count(more, "more burst")}: --json gives all`] : []),
  ].join("\n");
}

function burstLines(burst: ShownBurst, number: number): string[] {
  return [
    `${number}. ${excerpt(burst.object, most.objectLength)}`,
    `   ${instant(burst.startSeconds)} to ${instant(burst.endSeconds)}, most from ${instant(burst.peakSeconds)}`,
    `   ${count(burst.actions, "action")} of ${count(burst.accounts, "account")}, where its usual share gives ${burst.expected.toFixed(1)} (weight ${burst.weight.toFixed(0)})`,
  ];
}
