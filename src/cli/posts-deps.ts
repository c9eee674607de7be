import type { Claim } from "../compare/claims/claims.ts";
import type { AnalyzedCase } from "../pipeline/analyze.ts";
import { masksOfCase } from "../pipeline/case-masks.ts";
import { pileOnsOfCase } from "../pipeline/case-pile-ons.ts";
import { reachOfCase } from "../pipeline/case-reach.ts";
import { spreadOfCase } from "../pipeline/case-spread.ts";
import { carriedOfCase } from "../pipeline/claim-carriers.ts";
import { unmask } from "../pipeline/unmask.ts";
import type { Deps } from "../serve/deps.ts";
import { maskKey } from "../store/mask-key.ts";
import { unmaskings } from "../store/unmaskings.ts";
import type { Io } from "./command.ts";

/** What is asked of the posts of a case, where it has any. */
export function postsDeps(
  analyzed: AnalyzedCase,
  claims: readonly Claim[],
  io: Io,
): Pick<Deps, "spread" | "reach" | "pileOns" | "unmasking" | "carried"> {
  const { store, posts, place } = analyzed;
  if (posts.posts === 0)
    return {
      ...{ spread: null, reach: null, pileOns: null, unmasking: null },
      carried: async () => null,
    };
  const key = () => maskKey(io.environment);
  const { folder } = place;
  const masks = masksOfCase(folder, key);
  return {
    spread: spreadOfCase({ store, posts }, masks),
    reach: reachOfCase({ store, posts }, masks),
    pileOns: pileOnsOfCase({ store, posts }, key),
    carried: carriedOfCase(analyzed, claims, masks),
    unmasking: {
      unmask: async (account, reason) =>
        unmask(
          store,
          { account, reason },
          { folder, key: await key(), at: new Date().toISOString() },
        ),
      log: () => unmaskings(folder),
    },
  };
}
