import type { Loaded } from "../../pipeline/load-posts.ts";
import type { Spread, SpreadEdge, SpreadGroup } from "../../spread/spread.ts";
import { significantQ, significantWeight } from "../../spread/spread.ts";
import { count, wrap } from "../text.ts";

/** Groups, their members and objects, and edges shown on a screen; the table holds all. */
const most = { groups: 10, members: 12, objects: 5, edges: 10 } as const;

/** Who acts together, the groups first: a screen for people. */
export function spreadText(spread: Spread, loaded: Loaded): string {
  const { counts, edges, groups } = spread;
  const { windowSeconds, minWeight } = spread.options;
  return [
    ...postLines(loaded),
    `${count(counts.rows, "action")} of ${count(counts.accounts, "account")} on ${count(counts.objects, "object")}, ${instant(spread.firstSeconds)} to ${instant(spread.lastSeconds)}`,
    `${count(edges.length, "pair")} of accounts did the same within ${windowSeconds} seconds at least ${minWeight === 1 ? "once" : `${minWeight} times`}`,
    ...chanceLines(spread),
    ...spread.heavyObjects.map(
      ({ object, pairs, share01 }) =>
        `one object makes ${percent(share01)} of all pairs of actions: ${object} (${pairs.toLocaleString("en")}); leave it out, or take a shorter window, to see the others`,
    ),
    "",
    ...groupsLine(spread),
    ...groups.slice(0, most.groups).flatMap(groupLines),
    ...(groups.length > most.groups ? [`and ${groups.length - most.groups} more groups`] : []),
    "",
    `heaviest pairs${edges.length > most.edges ? ` (${most.edges} of ${edges.length.toLocaleString("en")}; --edges FILE writes all)` : ""}`,
    ...edges.slice(0, most.edges).map(edgeLine),
  ].join("\n");
}

function postLines({ posts, on }: Loaded): string[] {
  if (posts === null) return [];
  const without =
    posts.withoutTime > 0 ? `; ${posts.withoutTime.toLocaleString("en")} tell no time` : "";
  const again =
    posts.again > 0 ? ` (${posts.again.toLocaleString("en")} more records tell of the same)` : "";
  return [
    `${count(posts.posts, "post")}${again}, ${posts.acting.toLocaleString("en")} of them on ${wordsFor[on]}${without}`,
  ];
}

const wordsFor: Readonly<Record<Loaded["on"], string>> = {
  hashtag: "a hashtag",
  claim: "a claim",
  url: "a link",
  domain: "a link to a site",
  repost: "a post that they repost",
  text: "a text word for word",
  "similar-text": "a text in like words",
  "reply-target": "a post that they answer",
  object: "an object",
};

function chanceLines({ edges, pairsTested }: Spread): string[] {
  if (pairsTested === null) return ["none of them held against chance (--no-test)"];
  const beyond = edges.filter(
    ({ chance, weight }) => chance && chance.q <= significantQ && weight >= significantWeight,
  );
  return [
    `${count(beyond.length, "pair")} more often than chance allows (q ≤ ${significantQ}, over ${pairsTested.toLocaleString("en")} pairs that could have met)`,
  ];
}

function groupsLine({ groups, pairsTested }: Spread): string[] {
  if (pairsTested === null) return ["no groups: they are made of pairs beyond chance only"];
  if (groups.length === 0) return ["no group: no three accounts are tied beyond chance"];
  return [count(groups.length, "group")];
}

function groupLines(group: SpreadGroup): string[] {
  const { number, members, edges, weight, density01, largestQ, objects, objectCount } = group;
  const shown = members.slice(0, most.members).join(", ");
  const others = members.length > most.members ? ` and ${members.length - most.members} more` : "";
  const on = objects
    .slice(0, most.objects)
    .map(({ object, pairs }) => `${object} (${pairs.toLocaleString("en")})`);
  const more =
    objectCount > on.length ? ` and ${(objectCount - on.length).toLocaleString("en")} more` : "";
  const q = largestQ === null ? "" : `, q at most ${largestQ.toPrecision(2)}`;
  return [
    `${number}. ${count(members.length, "account")}, ${count(edges, "pair")} of them tied (${percent(density01)}), weight ${weight.toLocaleString("en")}${q}`,
    wrap(`${shown}${others}`, 100, "   "),
    wrap(`on ${on.join(", ")}${more}; ${hoursOf(group)}`, 100, "   "),
  ];
}

function hoursOf({ hours }: SpreadGroup): string {
  const first = hours[0]?.startSeconds ?? 0;
  const last = hours.at(-1)?.startSeconds ?? 0;
  return `in ${count(hours.length, "hour")} from ${instant(first)} to ${instant(last)}`;
}

function edgeLine({ a, b, weight, meanDeltaSeconds, postsA, postsB, chance }: SpreadEdge): string {
  const beside = chance
    ? `, chance ${chance.expected.toFixed(1)}, q ${chance.q.toPrecision(2)}`
    : "";
  return `  ${weight.toLocaleString("en").padStart(7)}  ${a} + ${b}  (${postsA} and ${postsB} posts, ${meanDeltaSeconds.toFixed(1)} s apart${beside})`;
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");
}

function percent(share01: number): string {
  return `${Math.round(share01 * 100)} %`;
}
