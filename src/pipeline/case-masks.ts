import {
  maskPostsWith,
  maskWith,
  type ShownAccount,
  type ShownPost,
  withUnmasked,
} from "../document/mask.ts";
import { unmaskings } from "../store/unmaskings.ts";

/** How accounts of a case are shown now. */
export type Shown = {
  readonly show: ShownAccount;
  readonly showPost: ShownPost;
  /** How many were un-masked so far: answers that were made with fewer are made again. */
  readonly unmasked: number;
};

export type Masks = () => Promise<Shown>;

/**
 * Accounts of a case as they may be shown: by name those with reach and those that were un-masked
 * for a reason, which is logged in the case; the others by a pseudonym.
 * @param folder where the case's database is
 */
export function masksOfCase(folder: string, key: () => Promise<string>): Masks {
  return async () => {
    const log = await unmaskings(folder);
    const names = new Set(log.map(({ account }) => account));
    const secret = await key();
    return {
      show: withUnmasked(maskWith(secret), names),
      showPost: maskPostsWith(secret),
      unmasked: log.length,
    };
  };
}
