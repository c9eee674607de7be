import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Token } from "../sentences/prose.ts";

/** What a word can be inside or at the edge of a name, in bits. */
export const is = {
  small: 1,
  calendar: 2,
  title: 4,
  portfolio: 8,
  kin: 16,
  bodyHead: 32,
  bodyOpen: 64,
  placeHead: 128,
  placeOpen: 256,
  work: 512,
  workOpen: 1024,
  adherent: 2048,
  particle: 4096,
  generation: 8192,
  large: 16384,
  monthName: 32768,
} as const;

/** What a word beside a name, or a noun that stands for one, can be, in bits. */
export const beside = {
  role: 1,
  company: 2,
  state: 4,
  placeNoun: 8,
  either: 16,
  aside: 32,
  female: 64,
  male: 128,
  direction: 256,
  listed: 512,
  placeTaking: 1024,
  edition: 2048,
  leading: 4096,
  outletHead: 8192,
  manyPeople: 16384,
  reports: 32768,
} as const;

/** The bits of every token of a text, by its index. */
export type NameTraits = { readonly is: Uint16Array; readonly beside: Uint16Array };

/** Makes the function that looks all words of a text up once. */
export function createNameTraits(lexicon: Lexicon): (tokens: readonly Token[]) => NameTraits {
  const { names, references, speakers, gazetteer } = lexicon;
  const inside = createTraits([
    (word) => lexicon.functionWords.has(word),
    (word) => lexicon.calendar.has(unpointed(word)),
    (word) => names.title.has(unpointed(word)),
    (word) => names.portfolio.has(word),
    (word) => names.kin.has(word),
    (word) => references.orghead.has(word) || names.organisationHead.has(unpointed(word)),
    (word) => references.opensorg.has(word) || names.organisationOpen.has(word),
    (word) => names.placeHead.has(word),
    (word) => names.placeOpen.has(unpointed(word)),
    (word) => names.work.has(word),
    (word) => names.workOpen.has(word),
    (word) => names.adherent.has(word),
    (word) => names.particle.has(word),
    (word) => names.generation.has(unpointed(word)),
    (word) => names.writtenLarge.has(unpointed(word)),
    (word) => names.monthName.has(word),
  ]);
  const outside = createTraits([
    (word) => isRole(word, lexicon),
    (word) => names.company.has(word) || speakers.body.has(word),
    (word) => names.stateNoun.has(word),
    (word) => names.placeNoun.has(word),
    (word) => names.bankOf.has(word),
    (word) => names.aside.has(word),
    (word) =>
      speakers.female.has(unpointed(word)) || /(?:woman|wife|daughter|mother|sister)$/.test(word),
    (word) => speakers.male.has(unpointed(word)) || /(?:[^o]man|husband|brother)$/.test(word),
    (word) => names.direction.has(word),
    (word) => gazetteer.words.has(word),
    (word) => names.placeTaking.has(word),
    (word) => references.edition.has(word),
    (word) => names.leading.has(word),
    (word) => references.head.has(word),
    (word) => lexicon.people.has(word) && /(?:s|men|people)$/.test(word),
    (word) => references.report.has(word),
  ]);
  return (tokens) => ({ is: inside(tokens), beside: outside(tokens) });
}

/** A noun for one person by office, work or kin. */
export function isRole(word: string, { speakers, names, people, references }: Lexicon): boolean {
  if (speakers.person.has(word) || names.kin.has(word) || references.expert.has(word)) return true;
  if (people.has(word)) return !/(?:s|men|people)$/.test(word);
  return (
    names.title.has(word) ||
    /^ex-[a-z]+$/.test(word) ||
    /(?:woman|spokesman|chairman|congressman)$/.test(word)
  );
}

/** "Gen." → "gen". */
function unpointed(word: string): string {
  return word.endsWith(".") ? word.slice(0, -1) : word;
}
