import type { CarriedInShort } from "../compare/claims/carried.ts";
import type { Claim } from "../compare/claims/claims.ts";
import { maskWith } from "../document/mask.ts";
import { type AnalyzedCase, findingsOf } from "../pipeline/analyze.ts";
import { carriedClaims } from "../pipeline/claim-carriers.ts";
import { matchPosts } from "../pipeline/post-claims.ts";
import { maskKey } from "../store/mask-key.ts";
import type { Io } from "./command.ts";

/** Who carried each claim in the posts of a case, private accounts masked; null where it has no posts. */
export async function carriedOf(
  analyzed: AnalyzedCase,
  io: Pick<Io, "environment">,
): Promise<ReadonlyMap<string, CarriedInShort> | null> {
  if (analyzed.posts.posts === 0) return null;
  await matchPosts(analyzed);
  const claims = await findingsOf(analyzed.store, "claims");
  return carriedClaims(analyzed, claims, maskWith(await maskKey(io.environment)));
}

/** Claims as they are written down, each with who carried it; null where no post says it. */
export function withPosts(
  claims: readonly Claim[],
  carried: ReadonlyMap<string, CarriedInShort>,
): (Claim & { readonly posts: CarriedInShort | null })[] {
  return claims.map((claim) => ({ ...claim, posts: carried.get(claim.id) ?? null }));
}
