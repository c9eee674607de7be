import type { Source } from "../../document/case.ts";
import { compareText } from "../input.ts";
import { mentionsOf } from "./uses.ts";
import type { LabelUse, WordingRow } from "./wording.ts";

/** One case's contested things and who publishes in it. */
export type CaseWording = {
  readonly rows: readonly WordingRow[];
  readonly sources: readonly Pick<Source, "id" | "name" | "aliases">[];
};

/** How one source uses one label in one case. */
export type LabelOfSource = { readonly label: string; readonly use: LabelUse };

/** One source's labels for one concept in two cases, each most used first. */
export type Across = {
  readonly concept: string;
  readonly pack: string | null;
  /** The source's name in the first case. */
  readonly source: string;
  readonly here: readonly LabelOfSource[];
  readonly there: readonly LabelOfSource[];
};

/**
 * What sources of both cases call the same concept in each: "occupied" of one territory, "disputed" of
 * another. Sources are the same where a name or alias is; concepts where pack and concept are, or for
 * found things where the most used label is. By concept in the first case's order, then by source.
 * Exchanging the cases exchanges `here` and `there`.
 */
export function acrossCases(first: CaseWording, second: CaseWording): Across[] {
  const others = new Map(second.rows.map((row) => [conceptKey(row), row]));
  const partners = partnersOf(first, second);
  return first.rows.flatMap((row) => {
    const other = others.get(conceptKey(row));
    if (!other) return [];
    return partners.flatMap(({ name, here, there }): Across[] => {
      const [own, theirs] = [labelsOf(row, here), labelsOf(other, there)];
      if (own.length === 0 || theirs.length === 0) return [];
      return [{ concept: row.concept, pack: row.pack, source: name, here: own, there: theirs }];
    });
  });
}

function conceptKey({ origin, pack, concept, labels }: WordingRow): string {
  return origin === "pack"
    ? `${pack}|${concept}`
    : `found|${labels[0]?.label.toLowerCase() ?? concept}`;
}

type Partner = { readonly name: string; readonly here: string; readonly there: string };

/** Sources that publish in both cases, by name. */
function partnersOf(first: CaseWording, second: CaseWording): Partner[] {
  const namesOf = ({ name, aliases }: CaseWording["sources"][number]) =>
    [name, ...aliases].map((one) => one.toLowerCase());
  const byName = new Map(
    second.sources.flatMap((source) => namesOf(source).map((name) => [name, source.id] as const)),
  );
  return first.sources
    .flatMap((source): Partner[] => {
      const known = namesOf(source).find((name) => byName.has(name));
      const there = known === undefined ? undefined : byName.get(known);
      return there === undefined ? [] : [{ name: source.name, here: source.id, there }];
    })
    .sort((a, b) => compareText(a.name, b.name));
}

function labelsOf({ labels }: WordingRow, sourceId: string): LabelOfSource[] {
  return labels
    .flatMap(({ label, uses }) => {
      const use = uses.find((one) => one.sourceId === sourceId);
      return use ? [{ label, use }] : [];
    })
    .sort((a, b) => mentionsOf(b.use) - mentionsOf(a.use) || compareText(a.label, b.label));
}
