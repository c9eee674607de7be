import { z } from "zod";
import { count, form, list, share, text } from "./parts.ts";

const seconds = z.number().nonnegative();
const account = text.describe("Its name, or a pseudonym where `accounts` is masked");
const instant = text.describe("UTC, ISO 8601");
const chance = form({
  expected: z.number().describe("Mean weight under the null model"),
  p: share.describe("Chance of this weight or more"),
  q: z
    .number()
    .nonnegative()
    .describe("Benjamini and Hochberg's: share of chance finds up to here"),
});

/** `spread.json`: who acts together, and all else that was asked. */
export const spread = form({
  on: text.describe("What two accounts must have in common"),
  accounts: z.enum(["masked", "as-given"]),
  options: form({
    windowSeconds: seconds,
    minParticipation: count,
    minWeight: count,
    test: z.boolean(),
    seed: z.number(),
  }),
  posts: form({
    posts: count,
    again: count.describe("Records of posts that were there already"),
    withoutTime: count,
    acting: count.describe("Posts that act on an object of the kind"),
  })
    .nullable()
    .describe("Null where the files hold actions"),
  unusable: count.describe("Records that could not be used"),
  counts: form({ rows: count, accounts: count, objects: count, posts: count }).describe(
    "Actions and what they are of, without accounts that act too seldom",
  ),
  firstAt: instant,
  lastAt: instant,
  resolutionSeconds: seconds.describe("Every time is a whole number of these; 0 for finer than 1"),
  pairs: count.describe("Pairs of actions of two accounts within the window"),
  pairsTested: count.nullable().describe("Pairs of accounts that q is held against; null untested"),
  heavyObjects: list(form({ object: text, pairs: count, share01: share })),
  groups: list(
    form({
      number: count,
      members: list(account),
      edges: count,
      weight: count,
      density01: share,
      largestQ: z.number().nullable(),
      objects: list(form({ object: text, pairs: count })).describe("The first twenty"),
      objectCount: count.describe("How many there are in all"),
      hours: list(form({ startAt: instant, pairs: count })),
      posts: form({
        posts: count.describe("All posts of its members, shared or not"),
        share01: share.describe("Of all posts"),
        languages: list(
          form({
            language: text.nullable().describe("As the posts tell it; null untold"),
            posts: count,
          }),
        ),
        created: form({
          known: count,
          unknown: count,
          months: list(form({ month: text, accounts: count })),
        }).describe("When the accounts were made, as far as the posts tell"),
        firstAt: instant.nullable(),
        lastAt: instant.nullable(),
      })
        .nullable()
        .describe("What the posts of the group tell; null where the files hold actions"),
    }),
  ),
  sweep: form({
    windows: list(seconds),
    leftOut: list(form({ windowSeconds: seconds, reason: text })),
    groups: list(
      form({
        number: count,
        members: count,
        at: list(
          form({
            windowSeconds: seconds,
            together: count.describe("Most members in one group at this window"),
            others: count.describe("Accounts in that group that are no members"),
          }),
        ),
      }),
    ),
  })
    .nullable()
    .describe("Groups at other windows; null where not asked"),
  shift: form({ rounds: count, mostShiftSeconds: seconds })
    .nullable()
    .describe("The null model of shifted timelines; null where not asked"),
  evidence: form({
    meetings: count.describe("Pairs of posts behind the edges beyond chance"),
    told: count.describe("Rows of evidence.csv"),
    mostPerEdge: count.nullable().describe("Each edge's first so many are told; null for all"),
  })
    .nullable()
    .describe("Null where no evidence was asked for"),
  removed: form({
    list: text.describe("File that names the accounts as removed"),
    listed: count,
    unusable: count,
    found: count,
    byHandle: count,
    posts: count,
    accounts: list(
      form({
        account,
        platform: text,
        by: z.enum(["id", "handle"]),
        posts: count,
        group: count.nullable(),
        firstAt: instant.nullable(),
        lastAt: instant.nullable(),
      }),
    ).describe("Those with the most posts, a thousand at most"),
    acts: list(
      form({
        act: z.enum(["reposted", "quoted", "answered", "mentioned"]),
        posts: count,
        untold: count.describe("Posts that do not tell whom"),
        targets: count,
        most: list(form({ account, accounts: count, posts: count, listed: z.boolean() })),
      }),
    ),
  })
    .nullable()
    .describe("Removed by the platform, as the list says; null where none was given"),
  edges: list(
    form({
      a: account,
      b: account,
      weight: count,
      meanDeltaSeconds: seconds,
      postsA: count,
      postsB: count,
      symmetry01: share,
      chance: chance
        .nullable()
        .describe("Under the null model that keeps each hour; null untested"),
      shift: chance.nullable().describe("Under shifted timelines; null where not asked"),
    }),
  ),
});

/** `manifest.json` beside it: enough to repeat the run. */
export const spreadManifest = form({
  tool: z.literal("parallax"),
  version: text,
  schema: z.literal(1),
  versions: z.record(text, text).readonly(),
  parameters: z.record(text, z.union([text, z.number(), z.boolean()])).readonly(),
  accounts: z.enum(["masked", "as-given"]).describe("as-given: accounts were un-masked"),
  inputs: list(
    form({
      file: text,
      sha256: text.regex(/^[0-9a-f]{64}$/),
      sizeBytes: count,
      role: z.enum(["posts", "list"]),
    }),
  ),
  counts: z.record(text, z.number()).readonly(),
  excluded: list(form({ what: text, count, why: text })),
  problems: list(form({ file: text, line: count.nullable(), message: text, mend: text })),
  outputs: list(text).describe("Files written beside it"),
});
