import type { Actor } from "../../document/case.ts";
import { firstStarting, type Span } from "../../document/span.ts";
import { createSweep } from "../../document/sweep.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Prose } from "../sentences/prose.ts";
import { longTitles, readBearers } from "./bearers.ts";
import { bodyWords } from "./body-nouns.ts";
import { type Chain, type Named, readChains } from "./chains.ts";
import { collectKnown } from "./known.ts";
import { type Around, calledOf, createMeantReader } from "./meant.ts";
import { readNouns } from "./nouns.ts";
import { createNameRunReader } from "./runs.ts";
import { createNameTraits } from "./words.ts";

export type MentionKind = "person" | "organisation" | "place" | "nationality";

/**
 * A place of the text where somebody or something with a name of its own is spoken of: by that name,
 * by a short form of it, or (`inferred`) by a noun that stands for it.
 *
 *     Mayor Ann Oro of Tolby resigned. The mayor said that Oro would stay.
 *           ^^^^^^^    ^^^^^           ^^^^^^^^^           ^^^
 */
export type Mention = Span & {
  /** Null where the text does not tell, and for ships, laws, events and works. */
  readonly kind: MentionKind | null;
  /** One for all mentions of one: the declared actor's first name, else the longest form in the text. */
  readonly name: string;
  /** Id of the declared actor, or null. */
  readonly actor: string | null;
  /** A noun that stands for the name, not the name. */
  readonly inferred: boolean;
  readonly rule: string;
};

/** What tells a declared actor's kind, where the case file gives one. */
export type NamedActor = Pick<Actor, "id" | "names"> & { readonly kind?: string | null };

/** The names of a text, and whom its pronouns and nouns stand for. */
export type Names = {
  readonly mentions: readonly Mention[];
  /** Whom the words of a span stand for, as one of the mentions' names; null where that is open. */
  readonly meant: (span: Span, around: Around) => Chain | null;
  /** Who is named at a place, by the last name that begins inside the span. */
  readonly namedIn: (span: Span) => readonly Named[];
};

/**
 * Makes the function that finds the names of a text, tells what each is the name of, and which are of
 * the same one. No pronoun and no noun stands for somebody who is named in `noise` alone. Linear in the
 * text, apart from the number of its different names.
 */
export function createNamesReader(
  lexicon: Lexicon,
  actors: readonly NamedActor[] = [],
): (prose: Prose, noise?: readonly Span[]) => Names {
  const readTraits = createNameTraits(lexicon);
  const readRuns = createNameRunReader(collectKnown(lexicon, actors));
  const long = longTitles(lexicon.names);
  const bodies = bodyWords(lexicon);
  return (prose, noise = []) => {
    const traits = readTraits(prose.tokens);
    const named = readChains(prose, traits, readRuns(prose, traits));
    const bearers = readBearers(prose, traits, named, long);
    // "Report: Ilven Tarsk" stands above the text: "the mayor" below it is somebody else.
    const noiseIn = createSweep(noise);
    const inText = named.filter((one) => noiseIn(one).length === 0);
    const known = { bearers, bodies, called: calledOf(bearers) };
    const nouns = readNouns(prose, traits, inText, createMeantReader(prose, traits, inText, known));
    // Whom "the mayor" stands for, "she" can go on to stand for.
    const meant = createMeantReader(prose, traits, inOrder(inText, nouns), known);
    return {
      mentions: inOrder(named, nouns).map(mentionOf),
      meant: (span, around) => {
        const from = firstStarting(prose.tokens, span.start);
        const to = firstStarting(prose.tokens, span.end);
        return meant(from, Math.max(to, from + 1), around)?.chain ?? null;
      },
      namedIn: ({ start, end }) => {
        const inside: Named[] = [];
        for (let at = firstStarting(named, start); at < named.length; at++) {
          const one = named[at] as Named;
          if (one.end > end) break;
          inside.push(one);
        }
        return inside;
      },
    };
  };
}

function inOrder(named: readonly Named[], nouns: readonly Named[]): readonly Named[] {
  if (nouns.length === 0) return named;
  return [...named, ...nouns].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** As `createNamesReader`, for who needs the mentions alone. */
export function createMentionsReader(
  lexicon: Lexicon,
  actors: readonly NamedActor[] = [],
): (prose: Prose) => readonly Mention[] {
  const readNames = createNamesReader(lexicon, actors);
  return (prose) => readNames(prose).mentions;
}

/** Spelled out, without what only this room needs. */
function mentionOf({ start, end, kind, name, actor, inferred, rule }: Named): Mention {
  return { start, end, kind, name, actor, inferred, rule };
}
