import type { Problem } from "../document/document.ts";
import { InputError } from "../document/errors.ts";
import { actionFormatOf } from "../ingest/posts/action-format.ts";
import type { PostFormatName } from "../ingest/posts/format.ts";
import type { Engine } from "../store/actions/engine.ts";
import { createActions, loadActions } from "../store/actions/load-actions.ts";
import { groupAlikeTexts } from "../store/posts/alike-texts.ts";
import type { CaseEngine } from "../store/posts/case-engine.ts";
import { actionsOfClaims } from "../store/posts/claim-actions.ts";
import { actionsOfPosts, type PostCounts, type PostObject } from "../store/posts/post-actions.ts";
import { createPosts, putPosts } from "../store/posts/posts.ts";
import type { CasePosts } from "./import-posts.ts";
import { likeness } from "./likeness.ts";

/** What accounts can act on alike: what a post holds, or the objects of a file of actions. */
export type On = PostObject | "claim" | "object";

export type LoadOptions = {
  /** Null: what the files hold, actions on objects or else the hashtags of posts. */
  readonly on: On | null;
  /** Null: told by each file's beginning. */
  readonly format: PostFormatName | null;
  /** Which column of a table tells what, where its names do not; null: as they are called. */
  readonly columns: Readonly<Record<string, string>> | null;
  /** Called now and then with the file and the records read of it. */
  readonly progress?: (file: string, records: number) => void;
};

export type Loaded = {
  readonly on: On;
  /** Null where the files hold actions, not posts. */
  readonly posts: PostCounts | null;
  /** Records that could not be used. */
  readonly unusable: number;
  /** What is wrong with the first of them. */
  readonly problems: readonly Problem[];
};

/** Problems with single records are told up to so many; all are counted. */
const mostTold = 20;

/**
 * Fills the engine's tables `action` and `account` from files of actions or of posts.
 * @throws InputError where a file cannot be read, or posts and actions are mixed
 */
export async function loadAll(
  engine: Engine,
  files: readonly string[],
  { on, format, columns: named, progress }: LoadOptions,
): Promise<Loaded> {
  const { connection } = engine;
  await createActions(connection);
  await createPosts(connection);
  const problems: Problem[] = [];
  let unusable = 0;
  let ofActions: string | null = null;
  let ofPosts: string | null = null;
  const tell = (problem: Problem) => {
    unusable++;
    if (problems.length < mostTold) problems.push(problem);
  };
  for (const file of files) {
    const columns = format === null && named === null ? await actionFormatOf(file) : null;
    if (columns === null) ofPosts = file;
    else ofActions = file;
    if (ofPosts !== null && ofActions !== null)
      throw new InputError(`posts, but ${ofActions} holds actions (give them apart)`, {
        path: ofPosts,
      });
    if (columns === null) {
      // Loaded where there are posts: files of actions need none of their formats.
      const { keptPosts } = await import("./kept-posts.ts");
      await putPosts(connection, keptPosts(file, { format, columns: named }, tell, progress));
      continue;
    }
    if (on !== null && on !== "object")
      throw new InputError(
        `holds actions on objects, so --on ${on} cannot be told (leave --on out, or give the posts)`,
        { path: file },
      );
    const loaded = await loadActions(connection, file, columns);
    unusable += loaded.unusable;
    problems.push(...loaded.problems);
  }
  if (ofPosts === null) return { on: "object", posts: null, unusable, problems };
  if (on === "claim")
    throw new InputError("posts by themselves have no claims (give the folder of a case)", {
      path: ofPosts,
    });
  if (on === "object")
    throw new InputError("holds posts, which have no object_id (give --on hashtag, url, …)", {
      path: ofPosts,
    });
  const kind = on ?? defaultObject;
  return { on: kind, posts: await actOn(engine, kind), unusable, problems };
}

/** What is asked of posts where nothing else is said. */
const defaultObject: PostObject = "hashtag";

/**
 * Fills the tables `action` and `account` from the posts of a case, whose problems have been told.
 * For `claim` the posts must have been matched.
 * @throws InputError for `object`
 */
export async function loadOfCase(
  engine: CaseEngine,
  posts: Pick<CasePosts, "again">,
  on: On | null,
): Promise<Loaded> {
  if (on === "object")
    throw new InputError("posts of a case have no object_id (give hashtag, url, …)", {
      path: "--on object",
    });
  const kind = on ?? defaultObject;
  const acted = kind === "claim" ? await actionsOfClaims(engine) : await actOn(engine, kind);
  const counts = { ...acted, again: posts.again };
  return { on: kind, posts: counts, unusable: 0, problems: [] };
}

async function actOn(engine: Engine, kind: PostObject): Promise<PostCounts> {
  if (kind === "similar-text") await groupAlikeTexts(engine, likeness);
  return actionsOfPosts(engine.connection, kind);
}
