import type { Case, DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import type { Claim } from "../claims/claims.ts";
import { type CompareInput, compareText, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import { readCitations } from "./citations.ts";
import { createSideTally, familyOf, type SourcingWords } from "./sides.ts";
import type { Chain, Quoted, Sourcing, SourcingRow } from "./sourcing.ts";

/** Passages kept per quoted name; counts always count all. */
const shownPassages = 3;

type Person = {
  name: string | null;
  count: number;
  distancing: number;
  cues: Map<string, number>;
  passages: Passage[];
};
type Tally = { attributions: number; unnamed: number; direct: number; people: Map<string, Person> };

/** Walks the attributions document by document and counts whom each source quotes, and how. */
export async function compareSourcing(
  input: CompareInput,
  claims: readonly Claim[],
  isNoise: NoiseTest,
  words: SourcingWords | null = null,
): Promise<Sourcing> {
  const cards = new Map(input.documents.map((card) => [card.id, card]));
  const tallies = new Map<string, Tally>();
  for (const { sourceId } of input.documents) {
    tallies.set(sourceId, { attributions: 0, unnamed: 0, direct: 0, people: new Map() });
  }
  const known = declaredNames(input.case);
  const declared = declaredFinder(known);
  const sideOf = sidesByName(input.case);
  const kindOf = new Map(known.map(({ id, kind }) => [id, kind]));
  const bySide = createSideTally();
  const chains: Chain[] = [];
  for await (const row of input.rows("attributions")) {
    const card = cards.get(row.documentId);
    const tally = card && tallies.get(card.sourceId);
    const cue = row.reading.cue[0];
    if (!card || !tally || isNoise(row.documentId, cue ?? row.sentence)) continue;
    const passage = { documentId: card.id, ...row.sentence };
    count(tally, row, passage, declared);
    const name = row.reading.sourceName;
    const named = isNamed(name);
    const quoted = named && name !== null ? declared(name) : undefined;
    bySide.add({
      bySide: card.side,
      ofSide: named && name !== null ? sideOf(quoted?.name ?? name) : null,
      kind: quoted?.kind ?? null,
      named,
      family: familyOf(row, words),
      passage,
    });
    const { via, sourceName, rule } = row.reading;
    if (via.length > 0) {
      const links = [card.sourceName, ...via, ...(sourceName === null ? [] : [sourceName])].filter(
        (link, at, all) => link !== all[at - 1],
      );
      if (links.length < 3) continue;
      chains.push({
        id: shortId("chain", card.id, passage.start, ...links),
        documentId: card.id,
        links,
        evidence: [passage],
        rule,
      });
    }
  }
  const contested = contestedBySource(claims, cards);
  const rows = [...tallies]
    .map(([sourceId, tally]): SourcingRow => {
      const { attributions, unnamed, direct } = tally;
      return {
        sourceId,
        attributions,
        unnamed,
        direct,
        quoted: [...tally.people]
          .flatMap(([key, person]) => present(person, sideOf, kindOf.get(key) ?? null))
          .sort(byCount),
        contested: contested.get(sourceId) ?? { carried: 0, ownVoice: 0 },
      };
    })
    .sort((a, b) => compareText(a.sourceId, b.sourceId));
  return {
    rows,
    chains,
    sides: bySide.sides(),
    anonymous: bySide.anonymous(),
    citations: await readCitations(input, chains, isNoise),
  };
}

function count(
  tally: Tally,
  { reading, sentence }: Row<"attributions">,
  passage: Passage,
  declaredAs: FindDeclared,
): void {
  tally.attributions++;
  if (reading.kind === "direct") tally.direct++;
  const named = isNamed(reading.sourceName);
  if (!named) tally.unnamed++;
  const declared = reading.sourceName === null ? undefined : declaredAs(reading.sourceName);
  const name = declared?.name ?? reading.sourceName;
  const key = declared?.id ?? (name ?? "").toLowerCase().replace(/^(the|a|an)\s+/, "");
  let person = tally.people.get(key);
  if (!person) {
    person = { name, count: 0, distancing: 0, cues: new Map(), passages: [] };
    tally.people.set(key, person);
  }
  person.count++;
  if (reading.distancing) person.distancing++;
  const cue = reading.cue
    .map(({ start, end }) => sentence.text.slice(start - sentence.start, end - sentence.start))
    .join(" … ")
    .toLowerCase();
  if (cue !== "") person.cues.set(cue, (person.cues.get(cue) ?? 0) + 1);
  if (person.passages.length < shownPassages) person.passages.push(passage);
}

/** A name that the case file declares, and the first name of whom it declares. */
type DeclaredName = {
  readonly id: string;
  readonly name: string;
  readonly form: string;
  readonly kind: string | null;
};

function declaredNames({ actors, sources }: Case): DeclaredName[] {
  return [
    ...actors.map(({ id, names, kind }) => ({ id: `actor ${id}`, names, kind })),
    ...sources.map(({ id, name, aliases, kind }) => ({
      id: `source ${id}`,
      names: [name, ...aliases],
      kind,
    })),
  ].flatMap(({ id, names, kind }) =>
    names.map((form) => ({ id, name: names[0] ?? form, form: form.toLowerCase(), kind })),
  );
}

type FindDeclared = (name: string) => DeclaredName | undefined;

/**
 * Makes the function that tells whom a quoted name means: a declared name alone, after a title ("union
 * chair Lena Marsh") or before what explains it ("Dario Venn, spokesman for the company"). Each
 * name is looked for once.
 */
function declaredFinder(known: readonly DeclaredName[]): FindDeclared {
  const forms = known.map((declared) => ({
    declared,
    form: declared.form,
    bare: withoutArticle(declared.form),
    isFull: declared.name.includes(" "),
  }));
  const found = new Map<string, DeclaredName | undefined>();
  return (name) => {
    if (found.has(name)) return found.get(name);
    const lower = withoutArticle(name.toLowerCase());
    const own = forms.find(
      ({ form, bare, isFull }) =>
        lower === form ||
        lower === bare ||
        (isFull && (lower.startsWith(`${form}, `) || lower.endsWith(` ${form}`))),
    )?.declared;
    found.set(name, own);
    return own;
  };
}

function withoutArticle(name: string): string {
  return name.replace(/^(the|a|an)\s+/, "");
}

/** A source with a name of its own; "officials" or "a resident" has none. */
function isNamed(name: string | null): boolean {
  return (
    name !== null &&
    /\p{Lu}/u.test(name.replace(/^(The|A|An|Some|Many|Several|Both|One|Two|Three)\s/, ""))
  );
}

function present(
  person: Person,
  sideOf: (name: string) => string | null,
  kind: string | null,
): Quoted[] {
  const shown = evidence(person.passages);
  if (!shown) return [];
  return [
    {
      name: person.name,
      side: person.name === null ? null : sideOf(person.name),
      kind,
      count: person.count,
      distancing: person.distancing,
      cues: [...person.cues]
        .map(([cue, number]) => ({ cue, count: number }))
        .sort((a, b) => b.count - a.count || compareText(a.cue, b.cue)),
      evidence: shown,
    },
  ];
}

function byCount(a: Quoted, b: Quoted): number {
  return b.count - a.count;
}

/** The declared side of a quoted name, by the declared names that it holds as words. */
export function sidesByName({ actors, sources }: Case): (name: string) => string | null {
  const declared = [
    ...actors.flatMap(({ names, side }) => names.map((name) => ({ name, side }))),
    ...sources.flatMap(({ name, aliases, side }) =>
      [name, ...aliases].map((alias) => ({ name: alias, side })),
    ),
  ]
    .map(({ name, side }) => ({ words: wordsOf(name), side }))
    .sort((a, b) => b.words.length - a.words.length || compareText(a.words, b.words));
  const cache = new Map<string, string | null>();
  return (name) => {
    const known = cache.get(name);
    if (known !== undefined) return known;
    const words = wordsOf(name);
    const held = declared.filter((entry) => entry.words !== "  " && words.includes(entry.words));
    const sides = new Set(held.flatMap((entry) => entry.side ?? []));
    // "The governments of A and B" is of neither side; the longest name tells whose a name is.
    const side = sides.size === 1 ? (held[0]?.side ?? null) : null;
    cache.set(name, side);
    return side;
  };
}

/** The words in lower case with a space on each side, so that `includes` compares whole words. */
function wordsOf(name: string): string {
  return ` ${(name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ")} `;
}

function contestedBySource(
  claims: readonly Claim[],
  cards: ReadonlyMap<string, DocumentCard>,
): Map<string, { carried: number; ownVoice: number }> {
  const counts = new Map<string, { carried: number; ownVoice: number }>();
  for (const claim of claims) {
    if (!claim.contested) continue;
    const carried = new Set<string>();
    const own = new Set<string>();
    for (const { documentId, stance } of claim.cells) {
      const sourceId = cards.get(documentId)?.sourceId;
      if (sourceId === undefined || stance === "silent" || stance === "unknown") continue;
      carried.add(sourceId);
      if (stance === "asserts") own.add(sourceId);
    }
    for (const sourceId of carried) {
      const before = counts.get(sourceId) ?? { carried: 0, ownVoice: 0 };
      counts.set(sourceId, {
        carried: before.carried + 1,
        ownVoice: before.ownVoice + (own.has(sourceId) ? 1 : 0),
      });
    }
  }
  return counts;
}
