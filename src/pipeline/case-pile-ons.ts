import { maskWith } from "../document/mask.ts";
import { pileOnDefaults } from "../spread/pileon/find-pile-ons.ts";
import { engineOfCase } from "../store/posts/case-engine.ts";
import type { Store } from "../store/store.ts";
import type { CasePosts } from "./import-posts.ts";
import { inTurn, lastOf } from "./in-turn.ts";
import { loadOfCase } from "./load-posts.ts";
import { type PileOns, pileOnsOf, type ShownPileOn } from "./pile-ons.ts";

export type PileOnsQuestion = {
  readonly leastSenders: number;
  /** Accounts that agreed to be named, by name or id. */
  readonly consenting: readonly string[];
};

/** A pile-on as the list has it. */
export type PileOnRow = Omit<ShownPileOn, "hourly" | "hours" | "texts" | "years" | "languages">;

export type PileOnsAnswer = Omit<PileOns, "pileOns"> & {
  /** By senders, most first. */
  readonly pileOns: readonly PileOnRow[];
  readonly pileOnCount: number;
};

export type CasePileOns = {
  /** @throws RangeError where the times of the posts are whole days */
  readonly answer: (question: PileOnsQuestion) => Promise<PileOnsAnswer>;
  /** One of them by its place in the list, from 1; null where there is none. */
  readonly one: (question: PileOnsQuestion, number: number) => Promise<ShownPileOn | null>;
};

const most = { answers: 4, listed: 100, hours: 1000 } as const;

/**
 * Answers questions on the posts of a case, one after the other; the last answers are kept. A target
 * is named only where it consents: un-masking an account does not name it here.
 */
export function pileOnsOfCase(
  { store, posts }: { readonly store: Store; readonly posts: CasePosts },
  key: () => Promise<string>,
): CasePileOns {
  const turn = inTurn();
  const answers = lastOf<PileOns>(most.answers);
  const found = ({ leastSenders, consenting }: PileOnsQuestion) =>
    answers(JSON.stringify([leastSenders, consenting]), () =>
      turn(async () => {
        const engine = await engineOfCase(store);
        try {
          await loadOfCase(engine, posts, null);
          const options = { ...pileOnDefaults, leastSenders };
          return await pileOnsOf(engine, maskWith(await key()), consenting, options);
        } finally {
          await engine.release();
        }
      }),
    );
  return {
    answer: async (question) => {
      const { pileOns, ...all } = await found(question);
      return {
        ...all,
        pileOnCount: pileOns.length,
        pileOns: pileOns
          .slice(0, most.listed)
          .map(({ hourly, hours, texts, years, languages, ...row }) => row),
      };
    },
    one: async (question, number) => {
      const one = (await found(question)).pileOns[number - 1];
      if (!one) return null;
      return {
        ...one,
        hours: one.hours.slice(0, most.hours),
        hourly: one.hourly.slice(0, most.hours),
      };
    },
  };
}
