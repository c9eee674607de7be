import { maskWith, publicFollowers, type ShownAccount } from "../document/mask.ts";
import { maskedText, namesIn } from "../document/masked-text.ts";
import type { CaseSpread, NamedBurst, SpreadAnswer, SpreadQuestion } from "../spread/answer.ts";
import { findBursts } from "../spread/bursts/find-bursts.ts";
import { type SpreadEdge, significantQ, significantWeight } from "../spread/spread.ts";
import { objectsOf, sortActions } from "../store/actions/sort-actions.ts";
import { type CaseEngine, engineOfCase } from "../store/posts/case-engine.ts";
import { followersOf, type SharedAct, sharedActs } from "../store/posts/shared-acts.ts";
import type { Store } from "../store/store.ts";
import type { CasePosts } from "./import-posts.ts";
import { loadOfCase } from "./load-posts.ts";
import { findSpread } from "./spread.ts";

const most = { heaviest: 200, bursts: 50, acts: 200 } as const;
/** So many answers are kept, each with its tables. */
const mostKept = 4;
const seed = 1;

type Kept = {
  readonly answer: SpreadAnswer;
  readonly engine: CaseEngine;
  /** The names of the accounts by what is shown of them. */
  readonly names: ReadonlyMap<string, string>;
};

/** Answers questions on the posts of a case, one after the other; the last answers are kept. */
export function spreadOfCase(
  { store, posts }: { readonly store: Store; readonly posts: CasePosts },
  key: () => Promise<string>,
): CaseSpread {
  const kept = new Map<string, Promise<Kept>>();
  let last: Promise<unknown> = Promise.resolve();

  const keptOf = (question: SpreadQuestion): Promise<Kept> => {
    const name = `${question.on} ${question.windowSeconds}`;
    const found = kept.get(name);
    if (found) return found;
    const made = last.then(async () => {
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) {
        const old = await kept.get(oldest);
        kept.delete(oldest);
        await old?.engine.release();
      }
      return make(question, store, posts, maskWith(await key()));
    });
    last = made.catch(() => kept.delete(name));
    kept.set(name, made);
    return made;
  };

  return {
    answer: async (question) => (await keptOf(question)).answer,
    edge: async (question, a, b) => {
      const { engine, names } = await keptOf(question);
      const [one, two] = [names.get(a), names.get(b)];
      if (one === undefined || two === undefined) return null;
      const { windowSeconds } = question;
      const { total, acts } = await sharedActs(engine.connection, {
        a: one,
        b: two,
        windowSeconds,
        most: most.acts,
      });
      return { a, b, total, acts: await shown(acts, { engine, isShown: [a === one, b === two] }) };
    },
  };
}

async function make(
  question: SpreadQuestion,
  store: Store,
  posts: CasePosts,
  show: ShownAccount,
): Promise<Kept> {
  const engine = await engineOfCase(store);
  try {
    const names = new Map<string, string>();
    const loaded = await loadOfCase(engine, posts, question.on);
    const options = { ...question, minParticipation: 2, minWeight: 2, test: true, seed };
    const spread = await findSpread(engine, options, (account, followers) => {
      const as = show(account, followers);
      names.set(as, account);
      return as;
    });
    const bursts = await burstsOf(engine);
    const { counts, firstSeconds, lastSeconds, pairs, pairsTested, heavyObjects } = spread;
    const answer: SpreadAnswer = {
      ...question,
      posts: loaded.posts ?? { posts: 0, again: 0, withoutTime: 0, acting: 0 },
      counts,
      firstSeconds,
      lastSeconds,
      pairs,
      pairsTested,
      heavyObjects,
      edges: spread.edges.length,
      beyondChance: spread.edges.filter(isBeyondChance).length,
      groups: spread.groups.map((group) => {
        const members = new Set(group.members);
        const own = spread.edges.filter(
          (edge) => members.has(edge.a) && members.has(edge.b) && isBeyondChance(edge),
        );
        return { ...group, heaviest: own.slice(0, most.heaviest) };
      }),
      bursts: bursts.slice(0, most.bursts),
      burstCount: bursts.length,
    };
    return { answer, engine, names };
  } catch (error) {
    await engine.release();
    throw error;
  }
}

function isBeyondChance({ chance, weight }: SpreadEdge): boolean {
  return chance !== null && chance.q <= significantQ && weight >= significantWeight;
}

/** Bursts count the actions of all accounts, also of those that act once. */
async function burstsOf({ connection }: CaseEngine): Promise<NamedBurst[]> {
  const actions = await sortActions(connection, 1);
  if (actions.rows === 0) return [];
  const bursts = await findBursts(actions);
  const names = await objectsOf(
    connection,
    bursts.map(({ object }) => object),
  );
  return bursts.map((burst) => ({ ...burst, object: names.get(burst.object) ?? "" }));
}

/** Posts without what tells who a private person is: their links, and the names in their texts. */
async function shown(
  acts: readonly SharedAct[],
  { engine, isShown }: { engine: CaseEngine; isShown: readonly [boolean, boolean] },
): Promise<SharedAct[]> {
  const names = new Set(acts.flatMap(({ a, b }) => [a.text, b.text].flatMap(namesIn)));
  const followers = await followersOf(engine.connection, [...names]);
  const without = (text: string) =>
    maskedText(text, (name) =>
      (followers.get(name.toLowerCase()) ?? 0) >= publicFollowers ? name : "…",
    );
  const postOf = (post: SharedAct["a"], isNamed: boolean | undefined) => ({
    ...post,
    text: without(post.text),
    url: isNamed ? post.url : null,
  });
  return acts.map(({ object, a, b }) => ({
    object,
    a: postOf(a, isShown[0]),
    b: postOf(b, isShown[1]),
  }));
}
