import type { PhrasingPost, SharedPhrasing } from "./reach.ts";

/**
 * Walks over posts sorted by their words and then time, and tells which words at least
 * `leastAccounts` accounts posted within so many seconds of the first of them. A time ends where
 * the next post comes later; words that return then are told again. Most accounts first.
 */
export function sharedPhrasing(
  posts: Iterable<PhrasingPost>,
  {
    withinSeconds,
    leastAccounts,
  }: { readonly withinSeconds: number; readonly leastAccounts: number },
): SharedPhrasing[] {
  const found: SharedPhrasing[] = [];
  let own: PhrasingPost[] = [];
  const end = () => {
    const [first] = own;
    if (first && own.length >= leastAccounts)
      found.push({
        text: first.text,
        firstSeconds: first.seconds,
        lastSeconds: own.at(-1)?.seconds ?? first.seconds,
        posts: own,
      });
  };
  let accounts = new Set<number>();
  for (const post of posts) {
    const [first] = own;
    if (first?.text !== post.text || post.seconds - first.seconds > withinSeconds) {
      end();
      own = [];
      accounts = new Set();
    }
    if (accounts.has(post.account)) continue;
    accounts.add(post.account);
    own.push(post);
  }
  end();
  return found.sort(
    (x, y) => y.posts.length - x.posts.length || x.firstSeconds - y.firstSeconds || x.text - y.text,
  );
}
