import type { Reach, ShownCarrier, ShownPhrasing, ShownReach } from "../../pipeline/reach.ts";
import type { ReachOn } from "../../spread/reach/reach.ts";
import type { FollowedAccount } from "../../store/posts/reach-posts.ts";
import { instant } from "../posts-input.ts";
import { count, excerpt } from "../text.ts";

/** What is shown on a screen; JSON holds more. */
const most = { firstMovers: 5, withReach: 10, phrasings: 10, posts: 10, accounts: 10 } as const;
const lengths = { object: 100, passage: 160 } as const;

/** How far something was carried and by whom: a screen for people. */
export function reachText(found: Reach, on: ReachOn, posts: string): string {
  const { objects, phrasings, accounts, accountCount, asked } = found;
  const least = asked.leastFollowers.toLocaleString("en");
  return [
    posts,
    `${count(accountCount, "account")} with reach: at least ${least} followers, where they are told`,
    ...accounts.slice(0, most.accounts).map(accountLine),
    ...objects.flatMap((one, at) => ["", ...objectLines(one, at + 1, on)]),
    "",
    `${count(phrasings.length, "text")} that several accounts with reach posted within ${count(asked.withinSeconds, "second")}, word for word or nearly so`,
    ...phrasings.slice(0, most.phrasings).flatMap(phrasingLines),
    ...(phrasings.length > most.phrasings
      ? [`and ${count(phrasings.length - most.phrasings, "more text")}: --json gives all`]
      : []),
  ].join("\n");
}

function accountLine({ name, followers, posts, told }: FollowedAccount): string {
  const [first, last] = [told[0], told.at(-1)];
  const change =
    first && last && first !== last
      ? `; ${first.followers.toLocaleString("en")} on ${day(first.seconds)}, ${last.followers.toLocaleString("en")} on ${day(last.seconds)}`
      : "";
  return `  ${name}: ${followers.toLocaleString("en")} followers, ${count(posts, "post")}${change}`;
}

function objectLines(reach: ShownReach, number: number, on: ReachOn): string[] {
  const known = reach.accounts - reach.accountsUnknown;
  const { firstMovers, withReach, withReachCount } = reach;
  return [
    `${number}. ${on === "hashtag" ? "#" : ""}${excerpt(reach.object, lengths.object)}`,
    `   ${count(reach.actions, "post")} of ${count(reach.accounts, "account")}, ${instant(reach.firstSeconds)} to ${instant(reach.lastSeconds)}`,
    `   ${reach.followers.toLocaleString("en")} followers of ${count(known, "account")}, who may be the same people; of ${reach.accountsUnknown.toLocaleString("en")} unknown`,
    "   first:",
    ...firstMovers.slice(0, most.firstMovers).map(carrierLine),
    `   with reach: ${withReachCount.toLocaleString("en")}`,
    ...withReach.slice(0, most.withReach).map(carrierLine),
  ];
}

function carrierLine({ account, followers, seconds, place, url }: ShownCarrier): string {
  return `     ${place}. ${instant(seconds)} ${account} (${followersOf(followers)})${url === null ? "" : ` ${url}`}`;
}

function phrasingLines({ posts, firstSeconds, lastSeconds }: ShownPhrasing): string[] {
  const more = posts.length - most.posts;
  return [
    "",
    `  ${count(posts.length, "account")} from ${instant(firstSeconds)} to ${instant(lastSeconds)}`,
    ...posts
      .slice(0, most.posts)
      .map(
        ({ account, followers, seconds, text }) =>
          `    ${instant(seconds)} ${account} (${followersOf(followers)}): ${excerpt(text, lengths.passage)}`,
      ),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

function followersOf(followers: number | null): string {
  return followers === null ? "followers unknown" : `${followers.toLocaleString("en")} followers`;
}

function day(seconds: number): string {
  return instant(seconds).slice(0, 10);
}
