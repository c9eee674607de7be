import { z } from "zod";
import { mostListed } from "../../report/json.ts";
import {
  count,
  documentId,
  form,
  id,
  list,
  passage,
  published,
  reason,
  rule,
  scoredPassage,
  text,
} from "./parts.ts";

const stance = z
  .enum(["asserts", "attributes", "denies", "silent", "unknown"])
  .describe("`silent` only where the text was read in full and the document could have known");

const cell = form({
  documentId,
  stance,
  also: list(stance).describe("Stances of other passages of the same document, never averaged"),
  attributedTo: text
    .nullable()
    .describe("Whose word it is, of what it attributes and of a denial that it reports"),
  distancing: z.boolean().describe("The cue keeps its distance: claims, alleges"),
  reported: z.boolean().describe("It reports somebody's denial and does not itself deny"),
  passages: list(scoredPassage).describe("Best first; below the bar where it is silent or unknown"),
  reason,
  rule,
});

/** Said in words where the case has so many documents that the list would be most of the file. */
const absent = z.union([
  list(documentId),
  z
    .literal("others")
    .describe(
      `Of a case of more than ${mostListed} documents (see manifest.json): all that neither carry it nor stand in the other list, which is the shorter one`,
    ),
]);

const followers = count.nullable().describe("Null where none are told: unknown, not nothing");

const order = form({
  first: z
    .enum(["posts", "articles", "same-day", "unclear"])
    .describe("`same-day`: the article tells a day only, and the post is of that day"),
  apartSeconds: z.number().nullable().describe("Where both tell the time of day"),
  apartDays: count.nullable().describe("Where the article tells a day, month or year only"),
});

const posts = form({
  posts: count.describe("Posts of the case that say it, reposts too"),
  accounts: count,
  accountsUnknown: count.describe("Of which no followers are told"),
  followers: count.describe("Of the others, each once; they may be the same people"),
  firstPost: form({
    account: text.describe("Under a pseudonym where it has fewer than 5,000 followers, or unknown"),
    followers,
    seconds: z.number().nullable().describe("Since 1970, UTC; null where no time is told"),
    passage: text.describe("The sentence that says it"),
  }).nullable(),
  order: order.nullable().describe("Null where no post tells a time, or no article says it"),
});

/** One claim, as `claims.json` and each line of `parallax claims --json` have it. */
export const claim = form({
  id,
  origin: z.enum(["found", "checklist", "asked"]),
  statement: text.describe("The most central passage's words, or the statement as given"),
  central: passage.nullable().describe("Null only for a statement that no document carries"),
  cells: list(cell).describe("Of the documents that carry it or come near it, by document"),
  documents: count.describe("Documents that assert, attribute or deny it"),
  sources: count.describe("Their sources"),
  independent: count.describe("Sources where copies of one text count once"),
  contested: z.boolean().describe("One asserts what another denies or reports with distance"),
  terms: list(text).describe("The words by which passages were joined, most telling first"),
  topics: list(text)
    .optional()
    .describe("What it is about, as the case writes it; absent for a statement that was asked"),
  firstPublished: published,
  lagHours: count.optional().describe("Hours after it a document could have known; 24 if absent"),
  events: list(id)
    .optional()
    .describe("Events (see events.json) of those that carry it; absent where there is one only"),
  posts: posts
    .nullable()
    .optional()
    .describe("Who carried it in posts; null where no post says it, absent without posts"),
  silent: absent.describe("Documents that are silent about it"),
  unknown: absent.describe("Documents of which that cannot be said"),
});
