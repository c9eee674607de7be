import type { Actions } from "../document/action.ts";
import type { Burst, BurstOptions } from "../spread/bursts/bursts.ts";
import { findBursts } from "../spread/bursts/find-bursts.ts";
import type { Engine } from "../store/actions/engine.ts";
import { objectsOf, sortActions } from "../store/actions/sort-actions.ts";

export type ShownBurst = Omit<Burst, "object"> & { readonly object: string };

export type Bursts = Pick<
  Actions,
  "rows" | "accounts" | "objects" | "firstSeconds" | "lastSeconds"
> & {
  readonly options: BurstOptions;
  /** Heaviest first. */
  readonly bursts: readonly ShownBurst[];
};

/**
 * Finds bursts in the engine's table `action`.
 * @throws RangeError when a bin is below the resolution of the times
 */
export async function burstsOf({ connection }: Engine, options: BurstOptions): Promise<Bursts> {
  const actions = await sortActions(connection, 1);
  const { rows, accounts, objects, firstSeconds, lastSeconds, resolutionSeconds } = actions;
  if (options.binSeconds < resolutionSeconds)
    throw new RangeError(
      `invalid bin: ${options.binSeconds} seconds, where no time is finer than ${resolutionSeconds} (give ${resolutionSeconds} or more)`,
    );
  const found = rows === 0 ? [] : await findBursts(actions, options);
  const names = await objectsOf(
    connection,
    found.map(({ object }) => object),
  );
  return {
    ...{ rows, accounts, objects, firstSeconds, lastSeconds, options },
    bursts: found.map((burst) => ({ ...burst, object: names.get(burst.object) ?? "" })),
  };
}
