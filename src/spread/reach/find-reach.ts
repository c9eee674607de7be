import type { Actions } from "../../document/action.ts";
import type { Carrier, ObjectReach, ReachBin, ReachOptions } from "./reach.ts";

/** First movers that are told. */
const mostFirst = 10;
/** Accounts with reach that are told of one object. */
const mostWithReach = 100;

/**
 * Walks over actions sorted by object and time, and tells how far each object was carried.
 * @param followers of each account by number; NaN where none are told
 * @param only one object, or null for those with most accounts
 */
export async function findReach(
  actions: Actions,
  followers: Float64Array,
  only: number | null,
  options: ReachOptions,
): Promise<ObjectReach[]> {
  const seenOn = new Int32Array(actions.accounts).fill(-1);
  let found: ObjectReach[] = [];
  let growing: Growing | null = null;
  const end = () => {
    if (growing === null) return;
    found = mostCarried([...found, reachOf(growing)], options.mostObjects);
    growing = null;
  };
  for await (const chunk of actions.chunks()) {
    for (let row = 0; row < chunk.length; row++) {
      const object = chunk.object[row] as number;
      if (only !== null && object !== only) continue;
      if (growing?.object !== object) {
        end();
        growing = emptyReach(object, chunk.seconds[row] as number);
      }
      const account = chunk.account[row] as number;
      const isNew = seenOn[account] !== object;
      seenOn[account] = object;
      const action = {
        account,
        post: chunk.post[row] as number,
        seconds: chunk.seconds[row] as number,
      };
      grow(growing as Growing, action, isNew, followers[account] as number, options);
    }
  }
  end();
  return found;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Followed = Carrier & { readonly followers: number };
type Growing = Omit<Mutable<ObjectReach>, "firstMovers" | "withReach" | "overTime"> & {
  readonly firstMovers: Carrier[];
  withReach: Followed[];
  readonly overTime: Mutable<ReachBin>[];
};

function emptyReach(object: number, firstSeconds: number): Growing {
  return {
    object,
    actions: 0,
    accounts: 0,
    accountsUnknown: 0,
    followers: 0,
    firstSeconds,
    lastSeconds: firstSeconds,
    firstMovers: [],
    withReach: [],
    withReachCount: 0,
    overTime: [],
  };
}

function grow(
  reach: Growing,
  action: Omit<Carrier, "place">,
  isNew: boolean,
  followers: number,
  { leastFollowers, binSeconds }: ReachOptions,
): void {
  const startSeconds = Math.floor(action.seconds / binSeconds) * binSeconds;
  let bin = reach.overTime.at(-1);
  if (bin?.startSeconds !== startSeconds) {
    bin = { startSeconds, actions: 0, newAccounts: 0, newFollowers: 0, newUnknown: 0 };
    reach.overTime.push(bin);
  }
  reach.actions++;
  bin.actions++;
  reach.lastSeconds = action.seconds;
  if (!isNew) return;
  const carrier = { ...action, place: ++reach.accounts };
  bin.newAccounts++;
  if (reach.firstMovers.length < mostFirst) reach.firstMovers.push(carrier);
  if (Number.isNaN(followers)) {
    reach.accountsUnknown++;
    bin.newUnknown++;
    return;
  }
  reach.followers += followers;
  bin.newFollowers += followers;
  if (followers < leastFollowers) return;
  reach.withReachCount++;
  reach.withReach.push({ ...carrier, followers });
  // Cut now and then, so that the list stays short and is seldom sorted.
  if (reach.withReach.length >= 2 * mostWithReach) reach.withReach = mostFollowed(reach.withReach);
}

function mostFollowed(carriers: readonly Followed[]): Followed[] {
  return [...carriers]
    .sort((x, y) => y.followers - x.followers || x.place - y.place)
    .slice(0, mostWithReach);
}

function reachOf(growing: Growing): ObjectReach {
  return {
    ...growing,
    withReach: mostFollowed(growing.withReach)
      .sort((x, y) => x.place - y.place)
      .map(({ followers, ...carrier }) => carrier),
  };
}

function mostCarried(reaches: readonly ObjectReach[], most: number): ObjectReach[] {
  return [...reaches]
    .sort((x, y) => y.accounts - x.accounts || y.actions - x.actions || x.object - y.object)
    .slice(0, most);
}
