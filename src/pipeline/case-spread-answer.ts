import type { Actions } from "../document/action.ts";
import type { GroupRow, NamedBurst, SpreadAnswer, SpreadQuestion } from "../spread/answer.ts";
import { type Bins, binned, binsOf } from "../spread/bins.ts";
import { isBeyondChance } from "../spread/spread.ts";
import type { OverTime } from "../store/actions/over-time.ts";
import type { GroupPosts } from "../store/posts/group-posts.ts";
import type { PostCounts } from "../store/posts/post-actions.ts";
import type { Explored } from "./spread.ts";

/** What is told at once: some 100 kB at most, whatever the posts. */
const most = { groups: 40, bursts: 50, objects: 3, languages: 6, bins: 240, name: 200 } as const;

/** Bins that hold all actions. */
export function timeBins({ firstSeconds, lastSeconds }: Actions): Bins {
  return binsOf(firstSeconds, lastSeconds, most.bins);
}

/** An object whose name, which may be a long text, is cut where it is only told. */
export function shortened<T extends { readonly object: string }>(one: T): T {
  return one.object.length > most.name
    ? { ...one, object: `${one.object.slice(0, most.name)} […]` }
    : one;
}

/** The answer as a page shows it: groups as rows, counts in bins. */
export function spreadAnswer(
  question: SpreadQuestion,
  {
    acted,
    explored,
    posts,
    overTime,
  }: {
    readonly acted: {
      readonly posts: PostCounts;
      readonly all: Actions;
      readonly bursts: readonly NamedBurst[];
    };
    readonly explored: Explored;
    readonly posts: ReadonlyMap<number, GroupPosts>;
    readonly overTime: OverTime;
  },
): SpreadAnswer {
  const { spread } = explored;
  const { counts, firstSeconds, lastSeconds, resolutionSeconds, pairs, pairsTested } = spread;
  const bins = timeBins(acted.all);
  return {
    ...question,
    ...{ counts, firstSeconds, lastSeconds, resolutionSeconds, pairs, pairsTested },
    heavyObjects: spread.heavyObjects.map(shortened),
    posts: acted.posts,
    overTime,
    edges: spread.edges.length,
    beyondChance: spread.edges.filter(
      ({ weight, chance }) => chance !== null && isBeyondChance({ weight, q: chance.q }),
    ).length,
    groups: spread.groups.slice(0, most.groups).flatMap((group): GroupRow[] => {
      const own = posts.get(group.number);
      if (!own) return [];
      const { number, edges, weight, density01, largestQ, objectCount, hours } = group;
      return [
        {
          ...{ number, edges, weight, density01, largestQ, objectCount },
          memberCount: group.members.length,
          objects: group.objects.slice(0, most.objects).map(shortened),
          counts: binned(hours, bins),
          firstHourSeconds: hours[0]?.startSeconds ?? firstSeconds,
          lastHourSeconds: hours.at(-1)?.startSeconds ?? lastSeconds,
          hourCount: hours.length,
          posts: rowOf(own),
        },
      ];
    }),
    groupCount: spread.groups.length,
    bursts: acted.bursts
      .slice(0, most.bursts)
      .map((burst) => shortened({ ...burst, object: explored.showObject(burst.object) })),
    burstCount: acted.bursts.length,
  };
}

function rowOf({ created, languages, ...posts }: GroupPosts): GroupRow["posts"] {
  const { known, unknown, months } = created;
  const densest = months.reduce<GroupPosts["created"]["months"][number] | null>(
    (best, one) => (best === null || one.accounts > best.accounts ? one : best),
    null,
  );
  return {
    ...posts,
    languages: languages.slice(0, most.languages),
    created: {
      ...{ known, unknown, densest },
      first: months[0]?.month ?? null,
      last: months.at(-1)?.month ?? null,
    },
  };
}
