import type { CarriedInShort } from "../../compare/claims/carried.ts";
import type { WhichFirst } from "../../compare/claims/which-first.ts";
import { instant } from "../posts-input.ts";
import { count, excerpt, wrap } from "../text.ts";

const secondsOf = { day: 86_400, hour: 3600, minute: 60 } as const;

/** Who carried a claim in posts, and whether posts or articles said it first; nothing where none did. */
export function carriedLines(carried: CarriedInShort | undefined): string[] {
  if (!carried) return [];
  const { posts, accounts, accountsUnknown, followers, firstPost, order } = carried;
  const unknown = accountsUnknown > 0 ? `; of ${count(accountsUnknown, "account")} unknown` : "";
  return [
    `  posts      ${count(posts, "post")} of ${count(accounts, "account")}, ${followers.toLocaleString("en")} followers where told${unknown}`,
    ...(firstPost && firstPost.seconds !== null
      ? [
          `             first ${instant(firstPost.seconds)} ${firstPost.account}${order ? `: ${orderInWords(order)}` : ""}`,
          wrap(`“${excerpt(firstPost.passage, 180)}”`, 96, " ".repeat(13)),
        ]
      : []),
  ];
}

function orderInWords(order: WhichFirst): string {
  switch (order.first) {
    case "posts":
      return `${apartInWords(order)} before the first article`;
    case "articles":
      return `${apartInWords(order)} after the first article`;
    case "same-day":
      return "the same day as an article; which was first is not told";
    case "unclear":
      return "which was first is not told";
  }
}

/** "2 days", "7 hours", "40 seconds". */
function apartInWords({ apartSeconds, apartDays }: WhichFirst): string {
  if (apartDays !== null) return count(apartDays, "day");
  const seconds = apartSeconds ?? 0;
  const unit = (["day", "hour", "minute"] as const).find((name) => seconds >= 2 * secondsOf[name]);
  return unit
    ? count(Math.floor(seconds / secondsOf[unit]), unit)
    : count(Math.round(seconds), "second");
}
