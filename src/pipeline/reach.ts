import type { ShownAccount } from "../document/mask.ts";
import { maskedText } from "../document/masked-text.ts";
import type { Post } from "../document/post.ts";
import { canonicalUrl } from "../read/post/canonical-url.ts";
import { readPost } from "../read/post/read-post.ts";
import { findReach } from "../spread/reach/find-reach.ts";
import type { Carrier, ObjectReach, ReachOn, SharedPhrasing } from "../spread/reach/reach.ts";
import { sharedPhrasing } from "../spread/reach/shared-phrasing.ts";
import type { Engine } from "../store/actions/engine.ts";
import { accountsOf, objectsOf, sortActions } from "../store/actions/sort-actions.ts";
import { groupAlikeTexts } from "../store/posts/alike-texts.ts";
import { claimNamed } from "../store/posts/claim-actions.ts";
import {
  type FollowedAccount,
  followedAccounts,
  followersOf,
  numberOfObject,
  passagesOf,
  postsOfWords,
  putReachPosts,
} from "../store/posts/reach-posts.ts";
import { likeness } from "./likeness.ts";

export type ReachAsked = {
  /** As the user writes it; null for the objects with most accounts. */
  readonly object: string | null;
  readonly leastFollowers: number;
  /** Shared phrasing is told where the posts are at most so far from the first of them. */
  readonly withinSeconds: number;
};

/** An account that carried something, under the name by which it may be shown. */
export type ShownCarrier = Pick<Carrier, "seconds" | "place"> & {
  readonly account: string;
  readonly followers: number | null;
  /** Null where it is not told, or would tell who the account is. */
  readonly url: string | null;
  /** What the post says; accounts that it addresses as they may be shown. */
  readonly text: string;
};

export type ShownReach = Omit<ObjectReach, "object" | "firstMovers" | "withReach"> & {
  readonly object: string;
  readonly firstMovers: readonly ShownCarrier[];
  readonly withReach: readonly ShownCarrier[];
};

export type ShownPhrasing = Pick<SharedPhrasing, "firstSeconds" | "lastSeconds"> & {
  readonly posts: readonly Omit<ShownCarrier, "place">[];
};

export type Reach = {
  readonly asked: ReachAsked;
  readonly binSeconds: number;
  /** Those with most accounts, or the one that was asked for. */
  readonly objects: readonly ShownReach[];
  readonly phrasings: readonly ShownPhrasing[];
  /** The most followed accounts of all posts, and how many have reach. */
  readonly accounts: readonly FollowedAccount[];
  readonly accountCount: number;
};

const hourSeconds = 3600;
const daySeconds = 86_400;
/** Posts of at most so many days are counted by the hour, of more by the day. */
const mostDaysByHour = 14;
const mostObjects = 10;
const mostAccounts = 20;
/** Words of one account alone are shared with nobody. */
const leastSharing = 2;

/**
 * Tells how far what is in the engine's table `action` was carried, and by whom.
 * @returns null where nobody acts on the object that is asked for
 */
export async function reachOf(
  engine: Engine,
  asked: ReachAsked & { readonly on: ReachOn },
  show: ShownAccount,
): Promise<Reach | null> {
  const { connection } = engine;
  const { on, object, leastFollowers, withinSeconds } = asked;
  const actions = await sortActions(connection, 1);
  const written = object === null ? null : objectNamed(on, object);
  const name = on === "claim" && written !== null ? await claimNamed(engine, written) : written;
  const only = name === null ? null : await numberOfObject(connection, name);
  if (object !== null && only === null) return null;
  const days = (actions.lastSeconds - actions.firstSeconds) / daySeconds;
  const binSeconds = days <= mostDaysByHour ? hourSeconds : daySeconds;
  const followers = await followersOf(connection, actions.accounts);
  const found = await findReach(actions, followers, only, {
    ...{ leastFollowers, binSeconds, mostObjects },
  });
  await putReachPosts(connection, leastFollowers, name);
  await groupAlikeTexts(engine, likeness, "reach_post");
  const phrasings = sharedPhrasing(await postsOfWords(connection), {
    withinSeconds,
    leastAccounts: leastSharing,
  });
  const carriers = [
    ...found.flatMap(({ firstMovers, withReach }) => [...firstMovers, ...withReach]),
    ...phrasings.flatMap(({ posts }) => posts),
  ];
  const names = await objectsOf(
    connection,
    found.map((one) => one.object),
  );
  const named = await accountsOf(
    connection,
    carriers.map(({ account }) => account),
  );
  const passages = await passagesOf(
    connection,
    carriers.map(({ post }) => post),
  );
  const shown = ({ account, post, seconds }: Omit<Carrier, "place">) => {
    const known = named.get(account) ?? { name: "", followers: null };
    const shownName = show(known.name, known.followers);
    const url = shownName === known.name ? (passages.get(post)?.url ?? null) : null;
    const { followers } = known;
    // Of those whom a passage names no followers are told here.
    const text = maskedText(passages.get(post)?.text ?? "", (name) => show(name, null));
    return { account: shownName, followers, seconds, url, text };
  };
  const shownCarrier = (carrier: Carrier) => ({ ...shown(carrier), place: carrier.place });
  const { accounts, count } = await followedAccounts(connection, leastFollowers, mostAccounts);
  return {
    asked: { object, leastFollowers, withinSeconds },
    binSeconds,
    objects: found.map((one) => ({
      ...one,
      object: names.get(one.object) ?? "",
      firstMovers: one.firstMovers.map(shownCarrier),
      withReach: one.withReach.map(shownCarrier),
    })),
    phrasings: phrasings.map(({ firstSeconds, lastSeconds, posts }) => ({
      firstSeconds,
      lastSeconds,
      posts: posts.map(shown),
    })),
    accounts: accounts.map((one) => ({ ...one, name: show(one.name, one.followers) })),
    accountCount: count,
  };
}

/** What a user writes, as the posts have it; null for a text of too few words, or no address. */
export function objectNamed(on: ReachOn, written: string): string | null {
  switch (on) {
    case "hashtag":
      return written.replace(/^#/, "").toLowerCase();
    case "url":
      return canonicalUrl(written);
    case "domain":
      return written.toLowerCase().replace(/^www\./, "");
    case "claim":
      return written;
    case "text":
      return readPost({ ...nothing, text: written }).words;
  }
}

const nothing: Post = {
  ...{ platform: "", id: "", accountId: "", handle: null, followers: null, accountCreated: null },
  ...{ seconds: null, text: "", language: null, url: null, hashtags: [], urls: [], mentions: [] },
  ...{ repostOf: null, quoteOf: null, replyTo: null, likes: null, reposts: null },
};
