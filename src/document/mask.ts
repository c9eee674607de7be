import { createHmac } from "node:crypto";

/** An account with fewer followers, or an unknown number, is taken for a private person's. */
export const publicFollowers = 5000;

/** How an account is shown: by its name, or by a pseudonym. */
export type ShownAccount = (account: string, followers: number | null) => string;

/** Digits of a pseudonym: among a million accounts no two are likely to be the same. */
const digits = 12;

/**
 * Shows accounts of private people by a pseudonym that the same key always gives, so that one
 * account is one in every table of a user, and nobody without the key can tell whose it is.
 */
export function maskWith(key: string): ShownAccount {
  return (account, followers) =>
    followers !== null && followers >= publicFollowers
      ? account
      : `account-${createHmac("sha256", key).update(account).digest("hex").slice(0, digits)}`;
}

/** The same, but for accounts that were un-masked: these are shown by their names. */
export function withUnmasked(show: ShownAccount, names: ReadonlySet<string>): ShownAccount {
  return names.size === 0
    ? show
    : (account, followers) => (names.has(account) ? account : show(account, followers));
}

export const asGiven: ShownAccount = (account) => account;

/** How a post is named: by its platform's id, or by a pseudonym where its account has one. */
export type ShownPost = (post: string, accountIsMasked: boolean) => string;

/** A post's id leads to its account, so that the posts of masked accounts are masked as well. */
export function maskPostsWith(key: string): ShownPost {
  return (post, accountIsMasked) =>
    accountIsMasked
      ? `post-${createHmac("sha256", key).update(`post ${post}`).digest("hex").slice(0, digits)}`
      : post;
}

/** How an object on which accounts act is named. */
export type ShownObject = (object: string) => string;

/**
 * Objects that are posts, which are reposted or answered, lead to their accounts by their ids; how
 * many follow these is often not told. They are named as the posts of masked accounts are.
 */
export function objectsWith(on: string, showPost: ShownPost): ShownObject {
  return on === "repost" || on === "reply-target"
    ? (object) => showPost(object, true)
    : (object) => object;
}

export const postsAsGiven: ShownPost = (post) => post;
