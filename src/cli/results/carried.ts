import { z } from "zod";
import { goneKinds } from "../../document/post.ts";
import { count, form, list, text } from "./parts.ts";

const instant = z.number().describe("Seconds since 1970, UTC");
const followers = count.nullable().describe("Null where none are told: unknown, not nothing");
const account = text.describe("Its name, or a pseudonym where it is masked");
const address = text.nullable().describe("Null where it is not told, or would tell who it is");

const post = {
  account,
  followers,
  seconds: instant,
  url: address,
  text: text.describe("Accounts that it names as they may be shown"),
};
const carrier = form({
  ...post,
  place: count.describe("It was the first, second, … account to act on it"),
});

const reachOfObject = form({
  kind: z.literal("object"),
  object: text,
  actions: count,
  accounts: count,
  accountsUnknown: count.describe("Accounts of which no followers are told"),
  followers: count.describe("Of the others, summed; they may be the same people"),
  firstSeconds: instant,
  lastSeconds: instant,
  firstMovers: list(carrier).describe("Ten at most, by time"),
  withReach: list(carrier).describe("The hundred most followed at most, by time"),
  withReachCount: count.describe("How many there are in all"),
  overTime: list(
    form({
      startSeconds: instant,
      actions: count,
      newAccounts: count.describe("That had not acted on it before"),
      newFollowers: count,
      newUnknown: count,
    }),
  ).describe("Hours, or days where the posts span more than two weeks; empty ones are left out"),
});

const phrasing = form({
  kind: z.literal("phrasing"),
  firstSeconds: instant,
  lastSeconds: instant,
  posts: list(form(post)).describe("The first post of each account, by time"),
});

const followedAccount = form({
  kind: z.literal("account"),
  name: account,
  followers: count.describe("The most that were told"),
  posts: count,
  firstSeconds: instant.nullable(),
  lastSeconds: instant.nullable(),
  told: list(form({ seconds: instant, followers: count })).describe(
    "The last number told on each day on which it changed",
  ),
});

/** A line of `parallax reach --json`. */
export const reachLine = z.discriminatedUnion("kind", [reachOfObject, phrasing, followedAccount]);

const kinds = { reply: count, quote: count, mention: count };
const counted = list(form({ of: text.nullable().describe("Null: not told"), senders: count }));

/** A line of `parallax pile-ons --json`. */
export const pileOnLine = form({
  target: account.describe("A pseudonym, unless the target is said to consent"),
  consent: z.boolean(),
  onsetSeconds: instant,
  endSeconds: instant,
  interactions: count.describe("Posts that address the target in that time"),
  kinds: form(kinds),
  senders: count,
  firstTimers: count.describe("Senders that had not addressed the target before in the posts"),
  hourlySenders: count.describe("Senders by the hour, summed over the raised hours"),
  expected: z.number().nonnegative().describe("What the baseline gives for these"),
  baselineHours: count,
  p: z.number().nonnegative().describe("Least chance of a raised hour under the baseline"),
  peakSeconds: instant,
  hours: list(form({ startSeconds: instant, senders: count })),
  texts: list(form({ words: text, senders: count, posts: count, sendersOfSame: count })),
  textCount: count,
  answered: form({
    id: text.nullable(),
    url: address,
    by: count.describe("Posts of the pile-on that answer or quote it"),
    seconds: instant.nullable(),
    inExport: z.boolean(),
    followUps: count.describe("Later posts in which the target answers or quotes it itself"),
    gone: form({
      how: z
        .enum(goneKinds)
        .describe("missing: a later export lacks it, and has posts of its account around it"),
      seconds: instant.nullable(),
    })
      .nullable()
      .describe("Null where nothing says that it is gone, which is no sign that it is there"),
  })
    .nullable()
    .describe("The post of the target that most of them answer or quote"),
  years: counted.describe("By the year in which their accounts were made"),
  languages: counted,
  lately: form({ days: count, senders: count, told: count }).describe(
    "Senders made in so many days before the onset, of those of whom it is told",
  ),
  hourly: list(form({ startSeconds: instant, ...kinds })).describe(
    "Posts by the hour, from three days before the onset to one day after the end",
  ),
  usualPosts: z.number().nonnegative().describe("Posts in an hour of the baseline, on average"),
});

/** A line of `parallax bursts --json`. */
export const burstLine = form({
  object: text,
  startSeconds: instant.describe("Beginning of its first bin"),
  endSeconds: instant.describe("End of its last bin"),
  actions: count,
  expected: z.number().nonnegative().describe("What its usual share of all actions would give"),
  accounts: count,
  peakSeconds: instant.describe("Beginning of the bin with most actions"),
  weight: z
    .number()
    .describe("How much better a burst explains the counts: a difference of log-likelihoods"),
});
