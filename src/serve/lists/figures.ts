import type { FigureEntry, FigureGroup } from "../../compare/figures/figures.ts";
import { formatDate } from "../../document/in-words.ts";
import { stretchAround } from "../../document/stretch.ts";
import { type Lean, lean } from "../paged.ts";
import { documentsOf, type List } from "./list.ts";

/** A number without its sentence, and where its passage starts in the document. */
export type FigureRowEntry = Lean<FigureEntry> & { readonly start: number };

/** A quantity with every source's number; `sentence` is what the first of them counts, in its words. */
export type FigureRow = Omit<Lean<FigureGroup>, "entries" | "parts"> & {
  readonly entries: readonly FigureRowEntry[];
  readonly parts: readonly (Lean<FigureGroup["parts"][number]> & { readonly start: number })[];
  readonly sentence: string | null;
};

/** Of a sentence, so many characters tell what is counted. */
export const sentenceShown = 130;

export const figureFilters = ["several", "conflict", "parts", "all"] as const;

export const figureList: List<FigureGroup, FigureRow> = {
  items: ({ figures }) => figures,
  idOf: ({ id }) => id,
  row: ({ entries, parts, ...group }) => {
    const [first] = entries;
    return {
      ...lean(group),
      entries: entries.map((entry) => ({ ...lean(entry), start: entry.evidence[0].start })),
      parts: parts.map((check) => ({ ...lean(check), start: check.evidence[0].start })),
      sentence: first ? stretchAround(first.sentence, first.evidence[0], sentenceShown) : null,
    };
  },
  inTime: { documents: ({ entries, parts }) => documentsOf([...entries, ...parts]) },
  filters: {
    q: (group, words) => words(describe(group)),
    only: (group, _, chosen) => {
      if (chosen === "several") return group.documents > 1;
      if (chosen === "conflict") return group.relation === "conflict";
      return chosen !== "parts" || group.parts.length > 0;
    },
  },
  usual: (groups) => ({ only: groups.some(({ documents }) => documents > 1) ? "several" : "all" }),
  facets: { only: () => figureFilters },
};

function describe({ what, unit, place, edtf }: FigureGroup): string {
  return [what, unit, place, edtf && formatDate(edtf)].filter(Boolean).join(" · ");
}
