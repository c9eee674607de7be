import type { PostGone } from "../../document/post.ts";
import { secondsOf } from "./times.ts";
import { at, isYes } from "./values.ts";

const flags = ["deleted", "is_deleted", "isDeleted", "tombstone", "is_tombstone"] as const;
const times = ["deleted_at", "deletedAt", "deleted"] as const;

/** What the fields of a record say of its own post: `is_deleted: true`, `deleted_at: "2031-05-04T10:00:00Z"`. */
export function toldGone(
  record: unknown,
  post: Pick<PostGone, "platform" | "id">,
): { readonly gone?: PostGone } {
  // A yes written as 1 is no time.
  const told = times
    .map((name) => at(record, name))
    .find((value) => !isYes(value) && isTime(value));
  if (told === undefined && !flags.some((name) => isYes(at(record, name)))) return {};
  const { platform, id } = post;
  return { gone: { platform, id, seconds: secondsOf(told), how: "deleted" } };
}

function isTime(value: unknown): boolean {
  return secondsOf(value) !== null;
}
