import type { Problem } from "../document/document.ts";
import type { PostGone } from "../document/post.ts";
import { readPosts } from "../ingest/posts/read-posts.ts";
import { readPost } from "../read/post/read-post.ts";
import type { KeptPost } from "../store/posts/posts.ts";
import type { LoadOptions } from "./load-posts.ts";

const progressEvery = 10_000;

/**
 * The posts of a file with what is read from each, and which are gone; records that are none are told.
 * @throws InputError where the file cannot be read
 */
export async function* keptPosts(
  file: string,
  asked: Pick<LoadOptions, "format" | "columns">,
  tell: (problem: Problem) => void,
  progress: LoadOptions["progress"],
): AsyncGenerator<KeptPost | PostGone> {
  let records = 0;
  const told = { format: asked.format ?? undefined, columns: asked.columns ?? undefined };
  for await (const { post, problem, line, gone } of readPosts(file, told)) {
    if (gone) yield gone;
    if (++records % progressEvery === 0) progress?.(file, records);
    if (post) yield { post, reading: readPost(post), file, line };
    else tell(problem);
  }
}
