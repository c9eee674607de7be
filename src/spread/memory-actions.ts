import type { ActionChunk, Actions } from "../document/action.ts";

/** One action: an account does something with an object, in a post, at a time. */
export type Action = {
  readonly object: string;
  readonly account: string;
  readonly post: string;
  readonly seconds: number;
};

/** Actions held in memory, numbered and sorted as an engine would: for tests and for small work. */
export function memoryActions(actions: readonly Action[]): Actions & {
  /** Names by number. */
  readonly accountNames: readonly string[];
} {
  const accountNames = sortedNames(actions.map(({ account }) => account));
  const accounts = numbered(accountNames);
  const objects = numbered(sortedNames(actions.map(({ object }) => object)));
  const posts = numbered(sortedNames(actions.map(({ post }) => post)));
  const rows = actions
    .map(({ object, account, post, seconds }) => ({
      object: objects.get(object) as number,
      account: accounts.get(account) as number,
      post: posts.get(post) as number,
      seconds,
    }))
    .sort(inOrder);
  const seconds = rows.map((row) => row.seconds).sort((a, b) => a - b);
  return {
    accountNames,
    accounts: accounts.size,
    objects: objects.size,
    posts: posts.size,
    rows: rows.length,
    firstSeconds: seconds[0] ?? 0,
    lastSeconds: seconds.at(-1) ?? 0,
    resolutionSeconds: 1,
    chunks: () => chunksOf(rows),
    objectPairs: () => chunksOf(pairsOf(rows)),
  };
}

type Numbered = { object: number; account: number; post: number; seconds: number };

function inOrder(a: Numbered, b: Numbered): number {
  return a.object - b.object || a.seconds - b.seconds || a.account - b.account || a.post - b.post;
}

function sortedNames(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function numbered(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name, number) => [name, number]));
}

function pairsOf(rows: readonly Numbered[]): Numbered[] {
  const ofPost = new Map<number, Numbered[]>();
  for (const row of rows) ofPost.set(row.post, [...(ofPost.get(row.post) ?? []), row]);
  const numbers = new Map<string, number>();
  const pairs = [...ofPost.values()].flatMap((own) =>
    own.flatMap((one) =>
      own
        .filter((two) => one.object < two.object)
        .map((two) => {
          const key = `${one.object} ${two.object}`;
          const object = numbers.get(key) ?? numbers.size;
          numbers.set(key, object);
          return { ...one, object };
        }),
    ),
  );
  return pairs.sort(inOrder);
}

async function* chunksOf(rows: readonly Numbered[]): AsyncGenerator<ActionChunk> {
  yield {
    length: rows.length,
    object: Int32Array.from(rows, (row) => row.object),
    account: Int32Array.from(rows, (row) => row.account),
    post: Int32Array.from(rows, (row) => row.post),
    seconds: Float64Array.from(rows, (row) => row.seconds),
  };
}
