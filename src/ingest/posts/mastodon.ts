import type { Mapped, PostFormat, Sample } from "./format.ts";
import { isActivity, ofActivity } from "./mastodon-activity.ts";
import { isStatus, ofStatus } from "./mastodon-status.ts";

/** Posts of Mastodon by lines: statuses of the API, or activities. */
export const mastodonLines: PostFormat = {
  name: "mastodon",
  container: "json-lines",
  recognises: ({ records }) => records.some((record) => isStatus(record) || isActivity(record)),
  map,
};

/**
 * The same in one JSON value: the archive's `outbox.json`, or what the API answers. Posts and
 * accounts go by their addresses (`uri`), as these are the same on all servers.
 */
export const mastodon: PostFormat = {
  name: "mastodon",
  container: "json",
  // The archive, plain lists and timelines, search results, what is around a status.
  places: ["orderedItems[*]", "[*]", "statuses[*]", "ancestors[*]", "descendants[*]"].map(
    (path) => ({ path, within: [] }),
  ),
  recognises,
  map,
};

function recognises({ text }: Sample): boolean {
  const holds = (names: string) =>
    /^\s*\{/.test(text) && new RegExp(`"(?:${names})"\\s*:\\s*\\[`).test(text);
  if (holds("orderedItems")) return text.includes("//www.w3.org/ns/activitystreams");
  const isList = /^\s*\[/.test(text) || holds("statuses|ancestors|descendants");
  return isList && /"acct"\s*:/.test(text) && /"(?:reblog|reblogs_count)"\s*:/.test(text);
}

function map(value: unknown): Mapped {
  if (isStatus(value)) return ofStatus(value);
  if (isActivity(value)) return ofActivity(value);
  return { unmapped: { message: "no post of Mastodon", mend: "say which format the file is" } };
}
