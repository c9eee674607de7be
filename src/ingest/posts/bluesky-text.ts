import type { Post, PostReference } from "../../document/post.ts";
import { collectionOf, field, referenceTo } from "./bluesky-record.ts";
import { at, eachOnce, handleOf, hashtagsOf, listOf, textOf } from "./values.ts";

type Facet = { readonly type: string; readonly feature: unknown; readonly words: string };

/**
 * What a post says. Hashtags, links and mentions are what its facets mark, by bytes of UTF-8:
 *
 *     "Böen am Damm #Tarn"
 *                   ^^^^^ byteStart 14, byteEnd 19: {"$type": "…#tag", "tag": "Tarn"}
 */
export function blueskyText(
  record: unknown,
): Pick<Post, "text" | "hashtags" | "urls" | "mentions"> {
  const text = textOf(at(record, "text")) ?? "";
  const facets = facetsOf(record, text);
  const of = (type: string) => facets.filter((facet) => facet.type === type);
  return {
    text,
    hashtags: hashtagsOf([
      ...of("tag").map(({ feature, words }) => textOf(at(feature, "tag")) ?? words),
      ...listOf(field(record, "tags")),
    ]),
    urls: eachOnce([
      ...of("link").map(({ feature, words }) => textOf(at(feature, "uri")) ?? words),
      ...embeds(record).map((embed) => textOf(at(embed, "external", "uri"))),
    ]),
    mentions: eachOnce(
      of("mention").map(({ feature, words }) => textOf(at(feature, "did")) ?? handleOf(words)),
    ),
  };
}

/** The post that is shown within: of the record, or as the view shows it. */
export function quoteIn(record: unknown, view: unknown): PostReference | null {
  for (const embed of [...embeds(record), ...embeds(view)]) {
    const uri = textOf(at(embed, "record", "uri")) ?? textOf(at(embed, "record", "record", "uri"));
    // Feeds, lists and starter packs are embedded in the same way.
    if (uri && collectionOf(uri) === "app.bsky.feed.post") return referenceTo(uri);
  }
  return null;
}

/** What is embedded, and the media beside an embedded post. */
function embeds(value: unknown): readonly unknown[] {
  const embed = at(value, "embed");
  return embed === undefined || embed === null ? [] : [embed, at(embed, "media")];
}

function facetsOf(record: unknown, text: string): readonly Facet[] {
  const facets = listOf(at(record, "facets"));
  if (facets.length === 0) return [];
  const bytes = Buffer.from(text, "utf8");
  return facets.flatMap((facet) => {
    const start = field(at(facet, "index"), "byteStart");
    const end = field(at(facet, "index"), "byteEnd");
    const words =
      typeof start === "number" && typeof end === "number"
        ? bytes.subarray(Math.max(0, start), Math.max(0, end)).toString("utf8")
        : "";
    return listOf(at(facet, "features")).map((feature) => {
      const type = (textOf(field(feature, "$type")) ?? "").replace(/^.*#/s, "");
      return { type, feature, words };
    });
  });
}
