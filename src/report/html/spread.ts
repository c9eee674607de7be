import type { SpreadQuestion, WholeGroup } from "../../spread/answer.ts";
import { postObjects } from "../../store/posts/post-actions.ts";
import { type Html, html } from "./escape.ts";
import { instant } from "./instant.ts";

export const spreadMethod = {
  question: "Who carried it?",
  method:
    "Accounts act together where they do the same within a short time of one another more often than chance allows: than if within every hour all names were shuffled. It is behaviour that is seen, never intent; a shared schedule, a shared feed and a shared plan look alike. Accounts with fewer than 5,000 followers, or of whom no number is told, stand under a pseudonym.",
};

/** What the view shows where the address does not say it. */
const usual = { on: "hashtag", windowSeconds: 60 } as const;

/** What is asked of posts at an address of the view. */
export function spreadQuestionAt(query: Readonly<Record<string, string>>): SpreadQuestion {
  const on = postObjects.find((one) => one === query.on) ?? usual.on;
  const windowSeconds = /^\d{1,5}$/.test(query.window ?? "") ? Number(query.window) : 0;
  return { on, windowSeconds: windowSeconds || usual.windowSeconds };
}

/** Pairs of a group that are listed: the heaviest. */
const mostPairs = 30;

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** `Who carried it: group 1, the same hashtag within 60 seconds`; null for all groups. */
export function groupLabel(
  { on, windowSeconds }: SpreadQuestion,
  group: WholeGroup | null,
): string {
  const what = `the same ${on} within ${number.format(windowSeconds)} seconds`;
  return group ? `Who carried it: group ${group.number}, ${what}` : `Who carried it: ${what}`;
}

/** One group: its members, on what and when they acted together, and its heaviest pairs. */
export function groupBlock(group: WholeGroup): Html {
  const { members, memberCount, density01, objects, objectCount, heaviest, edges } = group;
  const { hourCount, firstHourSeconds, lastHourSeconds } = group;
  return html`<article data-find="${members.join(" ")}"><h3>Group ${group.number}: ${memberCount} accounts <small>${Math.round(
    density01 * 100,
  )} % of their pairs are tied beyond chance</small></h3>
<p>${members.join(", ")}${memberCount > members.length && ` and ${memberCount - members.length} more`}</p>
${
  hourCount > 0 &&
  html`<p>In ${hourCount} hours, ${instant(firstHourSeconds)} to ${instant(lastHourSeconds)} (UTC), on ${objects
    .map(({ object }) => object)
    .join(", ")}${objectCount > objects.length && ` and ${objectCount - objects.length} more`}.</p>`
}<div class="scroll"><table><thead><tr><th scope="col">Pair</th><th scope="col">Times</th><th scope="col">By chance</th><th scope="col">Seconds apart</th><th scope="col">q</th></tr></thead><tbody>
${heaviest.slice(0, mostPairs).map(
  ({
    a,
    b,
    weight,
    meanDeltaSeconds,
    chance,
  }) => html`<tr><th scope="row">${a} and ${b}</th><td>${weight}</td><td>${
    chance && number.format(chance.expected)
  }</td><td>${number.format(meanDeltaSeconds)}</td><td>${chance?.q.toPrecision(2)}</td></tr>
`,
)}</tbody></table></div>${
    edges > mostPairs && html`<p class="note">The ${mostPairs} heaviest of ${edges} pairs.</p>`
  }</article>
`;
}
