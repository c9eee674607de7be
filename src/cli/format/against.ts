import type { On } from "../../pipeline/load-posts.ts";
import type { NamedCounter } from "../../spread/answer.ts";
import { instant } from "../posts-input.ts";
import { count } from "../text.ts";

/** Bars on each side of the middle, in characters. */
const widest = 30;

/** Two hashtags against each other, one to the left and one to the right of time: a screen for people. */
export function againstText(counter: NamedCounter, on: On, posts: string): string {
  const { a, b, both, onlyA, onlyB, bothByChance, groups, binSeconds, startSeconds } = counter;
  const nameOf = (object: string) => (on === "hashtag" ? `#${object}` : object);
  const [one, other] = [nameOf(a.object), nameOf(b.object)];
  const highest = Math.max(1, ...a.counts, ...b.counts);
  const lengthOf = (n: number) => (n === 0 ? 0 : Math.max(1, Math.round((n / highest) * widest)));
  const numbers = Math.max(...[...a.counts, ...b.counts].map((n) => n.toLocaleString("en").length));
  const bins = a.counts.flatMap((left, at) => {
    const right = b.counts[at] ?? 0;
    if (left === 0 && right === 0) return [];
    const [n, m] = [left, right].map((value) => value.toLocaleString("en").padStart(numbers));
    const bar = "■".repeat(lengthOf(left)).padStart(widest);
    return [
      `${bar} ${n}  ${instant(startSeconds + at * binSeconds)}  ${m} ${"■".repeat(lengthOf(right))}`,
    ];
  });
  return [
    ...(posts === "" ? [] : [posts]),
    `${one}: ${count(a.actions, "action")} of ${count(a.accounts, "account")}`,
    `${other}: ${count(b.actions, "action")} of ${count(b.accounts, "account")}`,
    `${count(both, "account")} used both, where ${bothByChance.toFixed(1)} would have if the one had nothing to do with the other; ${onlyA.toLocaleString("en")} only ${one}, ${onlyB.toLocaleString("en")} only ${other}`,
    ...groups.map(
      (own) =>
        `group ${own.group} of parallax spread: ${own.onlyA} only ${one}, ${own.both} both, ${own.onlyB} only ${other}`,
    ),
    "",
    `${one} to the left, ${other} to the right, from each time on for ${count(binSeconds / 3600, "hour")}; that one answers the other is not inferred`,
    ...bins,
  ].join("\n");
}
