import type { Actor } from "../../document/case.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { addPhrase, createPhrases, type Phrases, phraseWords } from "../../lexicon/phrases.ts";
import type { MentionKind } from "./names.ts";

/** A name that the case file or a list of the world's names has. */
export type Known = {
  readonly kind: MentionKind | null;
  /** The same for all names of one. */
  readonly term: string;
  /** Name of the declared actor, or null. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** Read only where it is written in capitals alone. */
  readonly capitals: boolean;
  /** Read in lower case too, in a text that is written so. */
  readonly plain: boolean;
};

/** What a case calls the kinds of its actors → what a mention is. */
const kindsOfActors: ReadonlyMap<string, MentionKind> = new Map([
  ["person", "person"],
  ["politician", "person"],
  ["organisation", "organisation"],
  ["organization", "organisation"],
  ["government", "organisation"],
  ["media", "organisation"],
  ["agency", "organisation"],
  ["party", "organisation"],
  ["company", "organisation"],
  ["army", "organisation"],
  ["state", "place"],
  ["country", "place"],
  ["place", "place"],
  ["city", "place"],
  ["region", "place"],
]);

export type KnownNames = {
  /** Declared actors first, then places and peoples of several words, bodies and outlets. */
  readonly known: Phrases<Known>;
  /** Places and peoples of one word, in lower case. */
  readonly listed: ReadonlyMap<string, Known>;
};

export function collectKnown(
  lexicon: Lexicon,
  actors: readonly (Pick<Actor, "id" | "names"> & { readonly kind?: string | null })[],
): KnownNames {
  const trie = createPhrases<Known>();
  const add = (name: string, known: Omit<Known, "capitals" | "plain">, plain = false) => {
    const value = { ...known, plain, capitals: /^[\p{Lu}.]{2,8}$/u.test(name) };
    const written = name.toLowerCase().replaceAll("’", "'").split(/\s+/);
    // Whether "U.N." is one token, or "U", "." and "N.", depends on the words around it.
    const pointed = /^(?:\p{L}\.){2,}$/u.test(name)
      ? name
          .toLowerCase()
          .split(/(?<=\.)/)
          .map((one, at, all) => (at + 1 < all.length ? one.slice(0, 1) : one))
      : [];
    for (const words of [phraseWords(name), written, pointed])
      if (words.length > 0)
        addPhrase(
          trie,
          words.map((word) => [word]),
          value,
        );
  };
  for (const { id, names, kind } of actors) {
    const actor = { id, name: names[0] ?? id };
    const typed = kindsOfActors.get(kind?.toLowerCase() ?? "") ?? null;
    for (const name of names)
      add(
        withoutArticle(name),
        {
          kind: typed === "place" && isPeopleOf(name, actor.name) ? "nationality" : typed,
          term: `@${id}`,
          actor,
        },
        true,
      );
  }
  for (const name of lexicon.names.alone)
    add(name, { kind: "organisation", term: `@${name}`, actor: null });
  for (const { text, kind, term } of lexicon.gazetteer.phrases)
    add(text, { kind: kind === "people" ? "nationality" : "place", term, actor: null });
  for (const { id, names } of lexicon.commonNames)
    for (const name of names) add(name, { kind: "organisation", term: `@${id}`, actor: null });
  for (const name of lexicon.names.region)
    add(name, { kind: "place", term: `=${name}`, actor: null });
  const { media, ambiguous, observer, platform } = lexicon.references;
  for (const list of [media, observer, platform])
    for (const name of list)
      if (!ambiguous.has(name) && !lexicon.names.writtenLarge.has(name) && name.length > 1)
        add(
          withoutArticle(name),
          { kind: "organisation", term: `@${name}`, actor: null },
          list === platform,
        );
  const listed = new Map<string, Known>();
  for (const [word, { kind, term }] of lexicon.gazetteer.words)
    if (!lexicon.names.alone.has(word))
      listed.set(word, {
        kind: kind === "people" ? "nationality" : "place",
        term,
        actor: null,
        capitals: false,
        plain: true,
      });
  return { known: trie, listed };
}

function withoutArticle(name: string): string {
  return name.replace(/^the\s+/i, "");
}

/** "Heskans" beside "Hesk": built on the state's name, so a word for its people. */
function isPeopleOf(name: string, state: string): boolean {
  const shared = Math.max(3, state.length - 2);
  return (
    name !== state &&
    !name.includes(" ") &&
    name.slice(0, shared).toLowerCase() === state.slice(0, shared).toLowerCase()
  );
}
