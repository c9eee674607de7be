import type { Case, DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import type { Claim } from "../claims/claims.ts";
import { type CompareInput, compareText, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { OriginTest } from "../origins/independent.ts";
import { type Leaning, readCitations } from "./citations.ts";
import { type DeclaredName, declaredFinder, declaredNames, type FindDeclared } from "./declared.ts";
import { createNaming } from "./naming.ts";
import { createSideTally, familyOf, type SourcingWords } from "./sides.ts";
import type { Chain, Naming, Quoted, Sourcing, SourcingRow } from "./sourcing.ts";

/** Passages kept per quoted name; counts always count all. */
const shownPassages = 3;

type Person = {
  readonly name: string | null;
  readonly naming: Naming;
  count: number;
  distancing: number;
  cues: Map<string, number>;
  passages: Passage[];
};
type Tally = {
  attributions: number;
  unnamed: number;
  open: number;
  direct: number;
  copied: number;
  readonly people: Map<string, Person>;
};

/** Walks the attributions document by document and counts whom each source quotes, and how. */
export async function compareSourcing(
  input: CompareInput,
  claims: readonly Claim[],
  isNoise: NoiseTest,
  words: SourcingWords | null = null,
  originOf: OriginTest = () => null,
): Promise<Sourcing> {
  const cards = new Map(input.documents.map((card) => [card.id, card]));
  const tallies = new Map<string, Tally>();
  for (const { sourceId } of input.documents) {
    const none = { attributions: 0, unnamed: 0, open: 0, direct: 0, copied: 0 };
    tallies.set(sourceId, { ...none, people: new Map() });
  }
  const known = declaredNames(input.case);
  const declared = declaredFinder(known);
  const sideOf = sidesByName(input.case);
  const kindOf = new Map(known.map(({ id, kind }) => [id, kind]));
  const readNaming = createNaming(words);
  const bySide = createSideTally();
  const chains: Chain[] = [];
  const leanings: Leaning[] = [];
  for await (const row of input.rows("attributions")) {
    const card = cards.get(row.documentId);
    const tally = card && tallies.get(card.sourceId);
    const cue = row.reading.cue[0];
    if (!card || !tally || isNoise(row.documentId, cue ?? row.sentence)) continue;
    const passage = { documentId: card.id, ...row.sentence };
    const name = row.reading.sourceName;
    const quoted = name === null ? undefined : declared(name);
    const naming = quoted ? "named" : readNaming(row);
    count(tally, row, { passage, quoted, naming });
    if (originOf(card.id, row.sentence) !== null) tally.copied++;
    bySide.add({
      bySide: card.side,
      ofSide: naming === "named" && name !== null ? sideOf(quoted?.name ?? name) : null,
      kind: quoted?.kind ?? null,
      naming,
      family: familyOf(row, words),
      passage,
    });
    if (quoted?.sourceId)
      leanings.push({ card, name: quoted.name, kind: bodyKind(quoted), passage });
    const chain = chainOf(row, { card, passage, declared });
    if (!chain) continue;
    chains.push(chain);
    // The first is who publishes it, the last who said it.
    for (const link of chain.links.slice(1, -1))
      leanings.push({ card, name: link, kind: "through", passage });
  }
  const contested = contestedBySource(claims, cards);
  const rows = [...tallies]
    .map(([sourceId, tally]): SourcingRow => {
      const { people, ...counts } = tally;
      return {
        sourceId,
        ...counts,
        quoted: [...people]
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
    citations: await readCitations(input, leanings, declared, isNoise),
  };
}

function count(
  tally: Tally,
  { reading, sentence }: Row<"attributions">,
  told: {
    readonly passage: Passage;
    readonly quoted: DeclaredName | undefined;
    readonly naming: Naming;
  },
): void {
  const { passage, quoted, naming } = told;
  tally.attributions++;
  if (reading.kind === "direct") tally.direct++;
  if (naming !== "named") tally[naming]++;
  const name = quoted?.name ?? reading.sourceName;
  const key = quoted?.id ?? (name ?? "").toLowerCase().replace(/^(the|a|an)\s+/, "");
  let person = tally.people.get(key);
  if (!person) {
    person = { name, naming, count: 0, distancing: 0, cues: new Map(), passages: [] };
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

/**
 * Who publishes it, every go-between, and who said it: each by the name that the case file gives it, an
 * outlet that names itself once ("told the Post" in the Harbour Post). Null where nobody is between.
 */
function chainOf(
  { reading }: Row<"attributions">,
  told: {
    readonly card: DocumentCard;
    readonly passage: Passage;
    readonly declared: FindDeclared;
  },
): Chain | null {
  const { via, sourceName, rule } = reading;
  if (via.length === 0) return null;
  const { card, passage, declared } = told;
  const links = [card.sourceName];
  let last = `source ${card.sourceId}`;
  for (const name of sourceName === null ? via : [...via, sourceName]) {
    const known = declared(name);
    const key = known?.sourceId ? `source ${known.sourceId}` : (known?.id ?? name.toLowerCase());
    if (key !== last && name !== card.sourceName) links.push(known?.name ?? name);
    last = key;
  }
  if (links.length < 3) return null;
  return {
    id: shortId("chain", card.id, passage.start, ...links),
    documentId: card.id,
    links,
    evidence: [passage],
    rule,
  };
}

/** Kinds of sources in case files that publish news or views; the others are bodies. */
const outlets: ReadonlySet<string | null> = new Set([
  null,
  "media",
  "agency",
  "opinion",
  "forum",
  "platform",
  "social",
  "blog",
]);

function bodyKind({ kind }: DeclaredName): "media" | "organisation" {
  return outlets.has(kind) ? "media" : "organisation";
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
      naming: person.naming,
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
  return b.count - a.count || Number(b.naming === "named") - Number(a.naming === "named");
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

/** Contested claims that each source carries, and those it asserts in its own voice. */
export function contestedBySource(
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
