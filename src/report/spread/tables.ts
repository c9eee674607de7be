import { actionColumns } from "../../document/action.ts";
import type { SpreadGraph } from "../../spread/graph/graph.ts";
import type { SpreadGroup } from "../../spread/spread.ts";
import type { GroupPosts } from "../../store/posts/group-posts.ts";
import { csvRow } from "../csv.ts";
import { firstOf, instantOf, lastOf } from "./graph-columns.ts";

type Side = {
  readonly account: string;
  readonly post: string;
  readonly seconds: number;
  readonly url: string | null;
  readonly file: string | null;
  readonly line: number | null;
};

/** The posts behind the edges, one row for every two: CSV, row by row. */
export async function* renderEvidence(
  rows: AsyncIterable<{ readonly object: string; readonly a: Side; readonly b: Side }>,
): AsyncGenerator<string> {
  const columnsOf = (side: string) =>
    ["account", "post", "time", "url", "file", "line"].map((name) => `${name}_${side}`);
  yield csvRow(["object", ...columnsOf("a"), ...columnsOf("b"), "delta_seconds"]);
  for await (const { object, a, b } of rows)
    yield csvRow([object, ...fieldsOf(a), ...fieldsOf(b), Math.abs(a.seconds - b.seconds)]);
}

function fieldsOf({ account, post, seconds, url, file, line }: Side) {
  return [account, post, instantOf(seconds), url, file, line];
}

/** All actions in the four columns of co-action tools: CSV, row by row. */
export async function* renderActions(
  actions: AsyncIterable<{
    readonly object: string;
    readonly account: string;
    readonly post: string;
    readonly seconds: number;
  }>,
): AsyncGenerator<string> {
  yield csvRow(actionColumns);
  for await (const { object, account, post, seconds } of actions)
    yield csvRow([object, account, post, seconds]);
}

/**
 * The members of all groups, one row each: CSV, row by row. Edges are those within the group; what
 * the posts tell is of the group as a whole, in the order of the groups, empty where there are none.
 */
export function* renderGroups(
  groups: readonly SpreadGroup[],
  { nodes, edges }: SpreadGraph,
  posts: readonly GroupPosts[] | null,
): Generator<string> {
  yield csvRow([
    "group",
    "members",
    "density",
    "largest_q",
    "account",
    "edges",
    "weight",
    "first_seen",
    "last_seen",
    "group_posts",
    "group_share_of_posts",
    "group_first_post",
    "group_last_post",
    "group_languages",
    "group_created_known",
    "group_created",
  ]);
  const nodeOf = new Map(nodes.map((node) => [node.account, node]));
  const within = new Map<string, { edges: number; weight: number }>();
  for (const { a, b, weight } of edges) {
    const group = nodeOf.get(a)?.group;
    if (group == null || group !== nodeOf.get(b)?.group) continue;
    for (const account of [a, b]) {
      const own = within.get(account) ?? { edges: 0, weight: 0 };
      within.set(account, { edges: own.edges + 1, weight: own.weight + weight });
    }
  }
  for (const [at, { number, members, density01, largestQ }] of groups.entries()) {
    const told = postFields(posts?.[at]);
    for (const account of members) {
      const { spells } = nodeOf.get(account) ?? { spells: [] };
      const own = within.get(account) ?? { edges: 0, weight: 0 };
      yield csvRow([
        number,
        members.length,
        Number(density01.toFixed(6)),
        largestQ === null ? null : Number(largestQ.toPrecision(4)),
        account,
        own.edges,
        own.weight,
        firstOf(spells),
        lastOf(spells),
        ...told,
      ]);
    }
  }
}

/** "en 120; uk 4; untold 2", "2031-03 2; 2031-04 11": lists within a field, as few tools need them. */
function postFields(posts: GroupPosts | undefined) {
  if (!posts) return Array.from({ length: 7 }, () => null);
  const { languages, created, firstSeconds, lastSeconds } = posts;
  return [
    posts.posts,
    Number(posts.share01.toFixed(6)),
    firstSeconds === null ? null : instantOf(firstSeconds),
    lastSeconds === null ? null : instantOf(lastSeconds),
    languages.map(({ language, posts: n }) => `${language ?? "untold"} ${n}`).join("; "),
    created.known,
    created.months.map(({ month, accounts }) => `${month} ${accounts}`).join("; "),
  ];
}

/** Whom accounts of a takedown list addressed: CSV, row by row. */
export async function* renderRemoved(
  pairs: AsyncIterable<{
    readonly account: string;
    readonly act: string;
    readonly target: string | null;
    readonly posts: number;
  }>,
  list: string,
): AsyncGenerator<string> {
  yield csvRow(["removed_account", "as_listed_in", "did", "to_account", "posts"]);
  for await (const { account, act, target, posts } of pairs)
    yield csvRow([account, list, act, target, posts]);
}
