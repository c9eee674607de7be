/** Messages to some accounts lie among the posts of an archive, and are none. */
export const forAFew = {
  message: "message to some accounts only",
  mend: "nothing to mend: posts to everybody and to followers are read",
};

/**
 * An account's name with its server: of accounts on the answering server the API tells `acct` without.
 *
 *     ina, https://tarn.example/@ina  →  ina@tarn.example
 */
export function fullHandle(acct: string | null, url: string | null): string | null {
  if (acct === null || acct.includes("@")) return acct;
  const host = /^https?:\/\/([^/]+)/i.exec(url ?? "")?.[1];
  return host ? `${acct}@${host}` : acct;
}

/** `https://tarn.example/users/ina`, as Mastodon makes addresses of accounts → ina@tarn.example */
export function handleOfActor(uri: string): string | null {
  const [, host, name] = /^https?:\/\/([^/]+)\/(?:users\/|@)([\w.-]+)$/i.exec(uri) ?? [];
  return host && name ? `${name}@${host}` : null;
}

/** `https://tarn.example/users/ina/statuses/1`, as Mastodon makes addresses of posts → the account's. */
export function actorOfPost(uri: string): string | null {
  return /^(https?:\/\/[^/]+\/(?:ap\/)?users\/[\w.-]+)\/statuses\/\d+$/i.exec(uri)?.[1] ?? null;
}
