/**
 * What Zeeschuimer and 4CAT write of who collected: the addresses of requests and pages (device
 * ids, time zone, language, search words), the browser, and how its tabs were used. And what the
 * platforms tell the account that looked of itself: whom it follows or blocks, what it liked.
 */
const traces = new RegExp(
  [
    /"(?:source_url|source_platform_url|user_agent|nav_index|collected_from_url|post_source_domain)"\s*:\s*"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)/,
    /"(?:favorited|favourited|bookmarked|retweeted|reblogged|following|followed_by|follow_request_sent|notifications|want_retweets|blocking|blocked_by|muting|muted)"\s*:\s*(?:true|false)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** A record's JSON, whole, broken or cut off, without what tells of who collected it. */
export function withoutTraces(raw: string): string {
  return raw.replace(traces, (found) => `${found.slice(0, found.indexOf(":"))}:null`);
}
