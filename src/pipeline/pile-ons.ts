import type { ShownAccount } from "../document/mask.ts";
import { findPileOns, pileOnDefaults } from "../spread/pileon/find-pile-ons.ts";
import type { FoundPileOns, PileOn, PileOnOptions } from "../spread/pileon/pile-on.ts";
import type { Engine } from "../store/actions/engine.ts";
import { groupAlikeTexts } from "../store/posts/alike-texts.ts";
import { sortInteractions } from "../store/posts/interactions.ts";
import {
  type AnsweredPost,
  type PileOnTold,
  pileOnsTold,
  putPileOns,
  type TargetNames,
} from "../store/posts/pile-on-posts.ts";
import { likeness } from "./likeness.ts";

/** A pile-on as it may be shown: its target under a pseudonym, its senders as a whole only. */
export type ShownPileOn = Omit<PileOn, "target"> &
  Omit<PileOnTold, "target" | "answered"> & {
    readonly target: string;
    /** The target agreed to be named. */
    readonly consent: boolean;
    /** Its id and address are null where the target is masked: they lead to it. */
    readonly answered:
      | (Omit<AnsweredPost, "id" | "url"> & {
          readonly id: string | null;
          readonly url: string | null;
        })
      | null;
  };

export type PileOns = Omit<FoundPileOns, "pileOns"> & {
  readonly pileOns: readonly ShownPileOn[];
  /** Accounts said to consent that no pile-on was on. */
  readonly withoutPileOn: readonly string[];
};

/**
 * Finds pile-ons among the posts of an engine that was loaded.
 * @param mask shows accounts of unknown reach by a pseudonym @param consenting ids or names of
 * accounts that agreed to be named
 */
export async function pileOnsOf(
  engine: Engine,
  mask: ShownAccount,
  consenting: readonly string[],
  options: PileOnOptions = pileOnDefaults,
): Promise<PileOns> {
  const { connection } = engine;
  const interactions = await sortInteractions(connection, options.leastSenders);
  const found = await findPileOns(interactions, options);
  await putPileOns(connection, found.pileOns);
  await groupAlikeTexts(engine, likeness, "pile_on_post");
  const told = await pileOnsTold(connection, found.pileOns.length);
  const agreed = new Set(consenting.map(nameOf));
  const targets = told.map(({ target }) => target);
  return {
    ...found,
    pileOns: found.pileOns.map((pileOn, at) => shown(pileOn, told[at] as PileOnTold, mask, agreed)),
    withoutPileOn: consenting.filter(
      (name) => !targets.some((target) => ownNamesOf(target).includes(nameOf(name))),
    ),
  };
}

function shown(
  pileOn: PileOn,
  { target, answered, texts, ...told }: PileOnTold,
  mask: ShownAccount,
  agreed: ReadonlySet<string>,
): ShownPileOn {
  const consent = ownNamesOf(target).some((name) => agreed.has(name));
  return {
    ...pileOn,
    ...told,
    consent,
    target: consent ? (target.name ?? target.account) : mask(keyOf(target), null),
    texts: consent
      ? texts
      : texts.map((text) => ({ ...text, words: withoutName(text.words, target) })),
    answered: answered && !consent ? { ...answered, id: null, url: null } : answered,
  };
}

/** What a target's pseudonym is made of: the same in every table of a user. */
function keyOf({ name, platform, account }: TargetNames): string {
  return name ?? `${account} (${platform})`;
}

/** All that a text may call it. */
function namesOf({ account, handle }: TargetNames): string[] {
  return [account, ...(handle === null ? [] : [handle])].map(nameOf);
}

/** By which it can be said to consent: a handle that accounts of several platforms have is none. */
function ownNamesOf(target: TargetNames): string[] {
  return [target.account, target.name ?? target.account, keyOf(target)].map(nameOf);
}

function nameOf(name: string): string {
  return name.replace(/^@/, "").toLowerCase();
}

/** Stands where a text names the target. */
const named = "…";
/** A shorter name may stand within other words by chance. */
const fewestLetters = 4;

/** Words of a text without those that name the target, alone or within a longer word as in #awayWithName. */
function withoutName(words: string, target: TargetNames): string {
  return namesOf(target)
    .map((name) => name.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim())
    .filter((name) => name !== "")
    .reduce((text, name) => {
      const around = name.length < fewestLetters ? "" : "[^ ]*";
      const word = new RegExp(`(?<= )#?${around}${name}${around}(?= )`, "gu");
      return ` ${text} `.replace(word, named).trim();
    }, words);
}
