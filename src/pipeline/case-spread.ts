import type { Actions } from "../document/action.ts";
import { objectsWith, publicFollowers } from "../document/mask.ts";
import { maskedText, namesIn } from "../document/masked-text.ts";
import type { CaseSpread, NamedBurst, SharedAct, SpreadQuestion } from "../spread/answer.ts";
import { findBursts } from "../spread/bursts/find-bursts.ts";
import { pictureOf } from "../spread/graph/picture.ts";
import { isBeyondChance, type SpreadEdge } from "../spread/spread.ts";
import { type Sweep, sweepWindows } from "../spread/sweep/sweep.ts";
import { sweepGroups } from "../spread/sweep/sweep-groups.ts";
import { type GroupAccount, putGroups } from "../store/actions/groups-in-time.ts";
import { actionsOverTime, type OverTime } from "../store/actions/over-time.ts";
import { objectsOf, sortActions } from "../store/actions/sort-actions.ts";
import { type CaseEngine, engineOfCase } from "../store/posts/case-engine.ts";
import type { GroupPosts } from "../store/posts/group-posts.ts";
import { groupPosts } from "../store/posts/group-posts.ts";
import type { PostCounts, PostObject } from "../store/posts/post-actions.ts";
import { followersOfNames } from "../store/posts/post-texts.ts";
import type { Store } from "../store/store.ts";
import { againstOf, candidatesOf, hashtagNamed, sortAllActions } from "./against.ts";
import type { Masks } from "./case-masks.ts";
import { shortened, spreadAnswer, timeBins } from "./case-spread-answer.ts";
import { edgeActs } from "./edge-evidence.ts";
import { membersOf } from "./groups-posts.ts";
import type { CasePosts } from "./import-posts.ts";
import { inTurn, lastOf } from "./in-turn.ts";
import { loadOfCase } from "./load-posts.ts";
import { type Explored, exploreSpread, type Shows } from "./spread.ts";

const most = { heaviest: 200, members: 400, acts: 40, text: 1200, edgesOfAccount: 200 } as const;
/** So many kinds of objects are kept with their tables, and so many answers. */
const mostKept = { engines: 3, answers: 24 } as const;
/** Of other windows only those are looked at that have fewer pairs: seconds of work. */
const mostSweepPairs = 50_000_000;
const options = { minParticipation: 2, minWeight: 2, test: true, seed: 1 } as const;

/** What accounts act on alike in all posts of the case, whatever the window. */
type Acted = {
  readonly engine: CaseEngine;
  readonly posts: PostCounts;
  /** Of all accounts, and of those that act twice or more. */
  readonly all: Actions;
  readonly actions: Actions;
  readonly bursts: readonly NamedBurst[];
};

type Asked = {
  readonly acted: Acted;
  readonly explored: Explored;
  readonly members: readonly GroupAccount[];
  readonly posts: ReadonlyMap<number, GroupPosts>;
  readonly overTime: OverTime;
  /** The numbers of the accounts by what is shown of them. */
  readonly numbers: ReadonlyMap<string, number>;
};

/** Answers questions on the posts of a case, one after the other; the last answers are kept. */
export function spreadOfCase(
  { store, posts }: { readonly store: Store; readonly posts: CasePosts },
  masks: Masks,
): CaseSpread {
  const turn = inTurn();
  const actedOn = lastOf<Acted>(mostKept.engines, ({ engine }) => engine.release());
  const answers = lastOf<Asked>(mostKept.answers);
  const sweeps = lastOf<Sweep>(mostKept.answers);
  let candidates: ReturnType<typeof candidatesOf> | undefined;

  const acted = (on: PostObject) => actedOn(on, () => actOn(on, store, posts));
  /** Within a turn: engines do one thing at a time. */
  const asked = async (question: SpreadQuestion): Promise<Asked> => {
    const { on, windowSeconds } = question;
    const own = await acted(on);
    const { show, showPost, unmasked } = await masks();
    const shows = { account: show, object: objectsWith(on, showPost) };
    const name = `${on} ${windowSeconds} ${unmasked}`;
    const one = await answers(name, async () => explore(own, windowSeconds, shows));
    // An engine that was let go took its tables with it: what was found is asked again.
    if (one.acted === own) return one;
    answers.forget(name);
    return answers(name, async () => explore(own, windowSeconds, shows));
  };

  return {
    answer: (question) => turn(async () => spreadAnswer(question, await asked(question))),
    group: (question, number) =>
      turn(async () => {
        const { explored, posts: told } = await asked(question);
        const group = explored.spread.groups.find((one) => one.number === number);
        const own = told.get(number);
        if (!group || !own) return null;
        const members = new Set(group.members);
        const heaviest = edgesBetween(explored, (a, b) => members.has(a) && members.has(b));
        return {
          ...{ number, edges: group.edges, objectCount: group.objectCount },
          objects: group.objects.map(shortened),
          members: group.members.slice(0, most.members),
          memberCount: group.members.length,
          posts: own,
          heaviest: heaviest.slice(0, most.heaviest),
        };
      }),
    account: (question, account) =>
      turn(async () => {
        const { explored } = await asked(question);
        const edges = edgesBetween(explored, (a, b) => a === account || b === account);
        if (edges.length === 0) return null;
        const group = explored.spread.groups.find(({ members }) => members.includes(account));
        return {
          account,
          group: group?.number ?? null,
          edges: edges.slice(0, most.edgesOfAccount),
          edgeCount: edges.length,
        };
      }),
    picture: (question) =>
      turn(async () => {
        const { spread } = (await asked(question)).explored;
        return pictureOf(spread.edges, spread.groups);
      }),
    sweep: (question) =>
      sweeps(`${question.on} ${question.windowSeconds}`, async () => {
        const parts: Sweep[] = [];
        // Other questions may be answered between one window and the next.
        for (const window of sweepWindows)
          parts.push(
            await turn(async () => {
              const { explored } = await asked(question);
              return sweepGroups(explored.actions, explored.groups, options, {
                windows: [window],
                most: mostSweepPairs,
              });
            }),
          );
        return joined(parts);
      }),
    edge: (question, { a, b, from }) =>
      turn(async () => {
        const { acted: own, numbers, explored } = await asked(question);
        const [one, two] = [numbers.get(a), numbers.get(b)];
        if (one === undefined || two === undefined || one === two) return null;
        const { total, acts } = await edgeActs(
          own.engine,
          own.actions,
          { a: one, b: two },
          question.windowSeconds,
          { from, most: most.acts },
        );
        const isPublic = (number: number) => explored.accounts.get(number)?.masked === false;
        const isShown = [isPublic(one), isPublic(two)] as const;
        const named = acts.map((act) => ({ ...act, object: explored.showObject(act.object) }));
        return { a, b, total, from, acts: await shown(named, own.engine, isShown) };
      }),
    against: (question, hashtags) =>
      turn(async () => {
        const { members } = await asked(question);
        const { engine, all, bursts } = await acted("hashtag");
        candidates ??= candidatesOf(engine, all);
        const found =
          hashtags === null
            ? { counter: null, unknown: [] }
            : await againstOf(
                engine,
                all,
                { a: hashtagNamed(hashtags.a), b: hashtagNamed(hashtags.b) },
                members,
              );
        return {
          hashtags: [...new Set(bursts.map(({ object }) => object))],
          candidates: await candidates,
          ...found,
        };
      }),
  };
}

async function actOn(on: PostObject, store: Store, posts: CasePosts): Promise<Acted> {
  const engine = await engineOfCase(store);
  try {
    const loaded = await loadOfCase(engine, posts, on);
    // Bursts count the actions of all accounts, also of those that act once.
    const all = await sortAllActions(engine);
    const bursts = all.rows === 0 ? [] : await findBursts(all);
    const names = await objectsOf(
      engine.connection,
      bursts.map(({ object }) => object),
    );
    return {
      engine,
      posts: loaded.posts ?? { posts: 0, again: 0, withoutTime: 0, acting: 0 },
      all,
      actions: await sortActions(engine.connection, options.minParticipation),
      bursts: bursts.map((burst) => ({ ...burst, object: names.get(burst.object) ?? "" })),
    };
  } catch (error) {
    await engine.release();
    throw error;
  }
}

async function explore(acted: Acted, windowSeconds: number, show: Shows): Promise<Asked> {
  const { engine, actions, all, posts } = acted;
  const explored = await exploreSpread(engine, { ...options, windowSeconds }, show, actions);
  const members = await membersOf(engine, explored);
  const told = await groupPosts(engine, members, posts.posts);
  await putGroups(engine.connection, members);
  return {
    ...{ acted, explored, members, posts: told },
    overTime: await actionsOverTime(engine.connection, timeBins(all)),
    numbers: new Map([...explored.accounts].map(([number, { shown: name }]) => [name, number])),
  };
}

function edgesBetween(
  { spread }: Explored,
  takes: (a: string, b: string) => boolean,
): readonly SpreadEdge[] {
  return spread.edges.filter(
    ({ a, b, weight, chance }) =>
      chance !== null && isBeyondChance({ weight, q: chance.q }) && takes(a, b),
  );
}

/** One sweep of windows that were looked at one by one. */
function joined(parts: readonly Sweep[]): Sweep {
  const [first] = parts;
  return {
    windows: parts.flatMap(({ windows }) => windows),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
    groups: (first?.groups ?? []).map((group, at) => ({
      ...group,
      at: parts.flatMap(({ groups }) => groups[at]?.at ?? []),
    })),
  };
}

/** Posts without what tells who a private person is: their links, and the names in their texts. */
async function shown(
  acts: readonly SharedAct[],
  { connection }: CaseEngine,
  [isShownA, isShownB]: readonly [boolean, boolean],
): Promise<SharedAct[]> {
  const names = new Set(acts.flatMap(({ a, b }) => [a.text, b.text].flatMap(namesIn)));
  const followers = await followersOfNames(connection, [...names]);
  const without = (text: string) =>
    maskedText(text, (name) =>
      (followers.get(name.toLowerCase()) ?? 0) >= publicFollowers ? name : "…",
    );
  const postOf = (post: SharedAct["a"], isNamed: boolean) => ({
    ...post,
    text: cut(without(post.text)),
    url: isNamed ? post.url : null,
  });
  return acts.map(({ object, a, b }) => ({
    ...shortened({ object }),
    a: postOf(a, isShownA),
    b: postOf(b, isShownB),
  }));
}

/** A post is read here, not an essay: what is left out is marked. */
function cut(text: string): string {
  return text.length > most.text ? `${text.slice(0, most.text)} […]` : text;
}
