import type { CarriedClaim, CarriedInShort, CarriedPost } from "../compare/claims/carried.ts";
import type { Cell, Claim } from "../compare/claims/claims.ts";
import { type WhichFirst, whichFirst, whichFirstOf } from "../compare/claims/which-first.ts";
import { compareText } from "../compare/input.ts";
import type { DocumentCard } from "../document/case.ts";
import type { ClaimPost } from "../document/claim-post.ts";
import { daysOf } from "../document/edtf.ts";
import type { ShownAccount } from "../document/mask.ts";
import { canonicalUrl } from "../read/post/canonical-url.ts";
import {
  articlePosts,
  claimDays,
  claimPostsFrom,
  claimSummaries,
  claimTotals,
  putSaid,
} from "../store/posts/claim-posts.ts";
import type { Store } from "../store/store.ts";
import type { Masks } from "./case-masks.ts";
import { type MatchedCase, matchPosts } from "./post-claims.ts";

export const mostPostsAtOnce = 50;

type Claimed = { readonly store: Store; readonly documents: readonly DocumentCard[] };

/** Tells who carried a claim; a page of its posts, from one on. The posts must have been matched. */
export async function carriedClaim(
  { store, documents }: Claimed,
  claim: Claim,
  show: ShownAccount,
  { from = 0, most = mostPostsAtOnce }: { readonly from?: number; readonly most?: number } = {},
): Promise<CarriedClaim> {
  const connection = await store.connect();
  try {
    await putSaid(connection, claim.id);
    const totals = await claimTotals(connection);
    const days = await claimDays(connection);
    const [first] = await claimPostsFrom(connection, 0, 1);
    const posts = await claimPostsFrom(connection, from, most);
    const cells = carrying(claim, documents);
    const urls = new Map((await store.documents()).map(({ id, url }) => [id, url]));
    const links = await articlePosts(
      connection,
      cells.map(({ card: { id } }) => {
        const url = urls.get(id) ?? null;
        return { document: id, url: url === null ? null : canonicalUrl(url) };
      }),
    );
    const firstSeconds = first?.seconds ?? null;
    return {
      claimId: claim.id,
      totals,
      days,
      firstPost: first ? shown(first, show) : null,
      articles: cells.map(({ card: { id, published }, stance }) => {
        const link = links.get(id);
        return {
          documentId: id,
          published,
          stance,
          firstPost: firstSeconds === null ? null : whichFirst(firstSeconds, published),
          linkedBy: link ? { posts: link.posts, accounts: link.accounts } : null,
        };
      }),
      order: orderOf(firstSeconds, cells),
      from,
      posts: posts.map((post) => shown(post, show)),
    };
  } finally {
    connection.closeSync();
  }
}

/** Answers for the workbench: the posts are matched when first asked for. */
export function carriedOfCase(
  analyzed: MatchedCase,
  claims: readonly Claim[],
  masks: Masks,
): (claimId: string, from: number) => Promise<CarriedClaim | null> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  let matched: Promise<unknown> | undefined;
  return async (claimId, from) => {
    const claim = byId.get(claimId);
    if (!claim || analyzed.posts.posts === 0) return null;
    matched ??= matchPosts(analyzed).catch((error: unknown) => {
      matched = undefined;
      throw error;
    });
    await matched;
    return carriedClaim(analyzed, claim, (await masks()).show, { from });
  };
}

/** The claims that posts say, by id: how many say each, and who first. The posts must have been matched. */
export async function carriedClaims(
  { store, documents }: Claimed,
  claims: readonly Claim[],
  show: ShownAccount,
): Promise<Map<string, CarriedInShort>> {
  const connection = await store.connect();
  try {
    const found = await claimSummaries(connection);
    return new Map(
      claims.flatMap((claim) => {
        const one = found.get(claim.id);
        if (!one) return [];
        const { first, ...counts } = one;
        const { name, followers, seconds, passage } = first;
        const firstPost = {
          account: show(name, followers),
          followers,
          seconds,
          passage: withoutAddressed(passage),
        };
        const order = orderOf(seconds, carrying(claim, documents));
        return [[claim.id, { ...counts, firstPost, order }] as const];
      }),
    );
  } finally {
    connection.closeSync();
  }
}

type CarryingCell = { readonly card: DocumentCard; readonly stance: Cell["stance"] };

/** The documents that say a claim, by time; those without a date last. */
function carrying({ cells }: Claim, documents: readonly DocumentCard[]): CarryingCell[] {
  const cards = new Map(documents.map((card) => [card.id, card]));
  return cells
    .flatMap(({ documentId, stance }) => {
      const card = cards.get(documentId);
      return card && stance !== "silent" && stance !== "unknown" ? [{ card, stance }] : [];
    })
    .sort(
      (a, b) => compareText(timeOf(a.card), timeOf(b.card)) || compareText(a.card.id, b.card.id),
    );
}

/** A day stands before the times of that day; what has no date, after all. */
function timeOf({ published }: DocumentCard): string {
  if (published === null) return "~";
  return published.includes("T") ? published : (daysOf(published)?.from ?? "~");
}

function orderOf(seconds: number | null, cells: readonly CarryingCell[]): WhichFirst | null {
  if (seconds === null || cells.length === 0) return null;
  return whichFirstOf(
    seconds,
    cells.map(({ card }) => card.published),
  );
}

function shown({ account, name, ...post }: ClaimPost, show: ShownAccount): CarriedPost {
  const as = show(name, post.followers);
  return {
    ...post,
    account: as,
    url: as === name ? post.url : null,
    attributedTo: post.attributedTo === null ? null : withoutAddressed(post.attributedTo),
    reason: withoutAddressed(post.reason),
    passage: withoutAddressed(post.passage),
  };
}

const addressed = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu;

/** Of those whom a post addresses no followers are told here: none is named. */
function withoutAddressed(text: string): string {
  return text.replace(addressed, "@…");
}
