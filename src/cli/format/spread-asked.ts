import type { SpreadAnswer } from "../../report/spread/json.ts";
import type { Removed } from "../../spread/removed/removed.ts";
import { isBeyondChance, significantQ } from "../../spread/spread.ts";
import { count, wrap } from "../text.ts";

/** Groups, accounts and targets shown on a screen; the files hold all. */
const most = { groups: 10, accounts: 10, targets: 5 } as const;

/** What was asked beside who acts together: a screen for people, empty where nothing was. */
export function askedText(answer: SpreadAnswer): string {
  return [
    ...shiftLines(answer),
    ...sweepLines(answer),
    ...(answer.removed ? removedLines(answer.removed) : []),
  ].join("\n");
}

function shiftLines({ shift, spread }: SpreadAnswer): string[] {
  if (!shift) return [];
  let both = 0;
  let byHours = 0;
  let byShift = 0;
  spread.edges.forEach(({ weight, chance }, at) => {
    const hours = chance !== null && isBeyondChance({ weight, q: chance.q });
    const q = shift.chances[at]?.q;
    const shifted = q !== undefined && isBeyondChance({ weight, q });
    if (hours) byHours++;
    if (shifted) byShift++;
    if (hours && shifted) both++;
  });
  const leastP = 1 / (shift.rounds + 1);
  const leastQ = shift.chances.reduce((least, { q }) => Math.min(least, q), 1);
  const tooFew = byShift === 0 && shift.chances.some(({ p }) => p === leastP);
  return [
    "",
    `held against shifted timelines too (${count(shift.rounds, "round")}, ±${shift.mostShiftSeconds / 3600} hours, so that p is ${leastP.toPrecision(2)} at least):`,
    `  ${count(byShift, "pair")} beyond chance there, ${byHours.toLocaleString("en")} where each hour is kept, ${both.toLocaleString("en")} by both`,
    ...(tooFew
      ? [
          `  too few rounds to tell: q is ${leastQ.toPrecision(2)} at least (give --rounds ${Math.ceil((shift.rounds * leastQ) / significantQ / 100) * 100} or more)`,
        ]
      : []),
    "  shifted timelines pull news apart as well: a pair that is beyond chance only there may have met in one burst",
  ];
}

function sweepLines({ sweep }: SpreadAnswer): string[] {
  if (!sweep) return [];
  const width = 7;
  const cells = (values: readonly (string | number)[]) =>
    values.map((value) => String(value).padStart(width)).join("");
  const groups = sweep.groups.slice(0, most.groups);
  return [
    "",
    "how many members of each group are in one group at other windows",
    `  ${"seconds".padEnd(22)}${cells(sweep.windows)}`,
    ...groups.map(
      ({ number, members, at }) =>
        `  ${`group ${number} (${count(members, "account")})`.padEnd(22)}${cells(at.map(({ together }) => together))}`,
    ),
    ...(sweep.groups.length > groups.length
      ? [`  and ${sweep.groups.length - groups.length} more groups (--out DIR writes all)`]
      : []),
    ...sweep.leftOut.map(
      ({ windowSeconds, reason }) => `  ${windowSeconds} seconds left out: ${reason}`,
    ),
  ];
}

function removedLines(removed: Removed): string[] {
  const { list, listed, found, byHandle, posts, accounts, acts } = removed;
  const head = `${found.toLocaleString("en")} of the ${count(listed, "account")} in ${list} ${found === 1 ? "is" : "are"} in these posts: removed by the platform, as ${list} says`;
  if (found === 0) return ["", head];
  const shown = accounts.slice(0, most.accounts);
  return [
    "",
    head,
    ...(byHandle > 0
      ? [
          `  ${byHandle.toLocaleString("en")} of them matched by handle only, which another may hold`,
        ]
      : []),
    `  ${count(posts, "post")} by them; most by ${shown.map((one) => `${one.account} (${one.posts.toLocaleString("en")}${one.group === null ? "" : `, group ${one.group}`})`).join(", ")}`,
    ...acts
      .filter((one) => one.posts > 0)
      .flatMap(({ act, posts: times, untold, targets, most: first }) => {
        const whom = first
          .slice(0, most.targets)
          .map(
            (one) =>
              `${one.account}${one.listed ? " (on the list)" : ""}: ${count(one.posts, "post")} of ${count(one.accounts, "account")}`,
          );
        const without = untold > 0 ? `; ${untold.toLocaleString("en")} do not tell whom` : "";
        return [
          `  they ${act} ${count(targets, "account")} in ${count(times, "post")}${without}`,
          ...whom.map((one) => wrap(one, 100, "     ")),
        ];
      }),
  ];
}
