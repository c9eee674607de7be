import type { CueFamily, SideQuotes, Sourcing } from "../../compare/sourcing/sourcing.ts";
import type { Case } from "../../document/case.ts";

const mostQuoted = 8;
const mostCitations = 20;
/** Fewer attributions than this are given as numbers alone: a share of them tells little. */
const enoughForShares = 10;

/** Whom each side quotes and how, whom each source quotes, the chains, and who leans on whom. */
export function sourcingText(
  sourcing: Sourcing,
  { sources, sides }: Pick<Case, "sources" | "sides">,
): string[] {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const rows = sourcing.rows.map((row) => {
    const quoted = row.quoted.slice(0, mostQuoted).map((one) => {
      const cues = one.cues
        .slice(0, 3)
        .map(({ cue, count }) => (count > 1 ? `${cue} ×${count}` : cue));
      return `  ${String(one.count).padStart(4)}  ${one.name ?? "unnamed"}${one.side ? ` (${one.side})` : ""}: ${cues.join(", ")}`;
    });
    const more = row.quoted.length - mostQuoted;
    const { carried, ownVoice } = row.contested;
    return [
      names.get(row.sourceId) ?? row.sourceId,
      `  ${row.attributions} attributions, ${row.direct} with direct quotes, ${row.unnamed} without a name; contested claims in its own voice: ${ownVoice} of ${carried}`,
      ...quoted,
      ...(more > 0 ? [`        and ${more} more`] : []),
    ].join("\n");
  });
  const sideName = (id: string | null) =>
    sides.some((side) => side.id === id) && id !== null ? id : "unaligned";
  const bySide = sourcing.sides.map((row) => sideLine(row, sideName));
  const unnamed = sourcing.anonymous.map(
    ({ bySide: by, attributions, unnamed: { count } }) =>
      `  ${sideName(by)} names nobody in ${count} of ${attributions}`,
  );
  const citations = sourcing.citations
    .slice(0, mostCitations)
    .map(
      (one) =>
        `  ${names.get(one.sourceId) ?? one.sourceId} → ${one.name}  (${one.kind === "through" ? "came by way of it" : one.kind}, ${one.documents} ${one.documents === 1 ? "document" : "documents"})`,
    );
  const chains = sourcing.chains.map(
    ({ links, documentId }) => `  ${links.join(" ← ")}  (${documentId})`,
  );
  return [
    ...(bySide.length > 0 && sides.length > 0
      ? [["By side, with 95 % intervals (Wilson)", ...bySide, ...unnamed].join("\n")]
      : []),
    ...rows,
    ...(chains.length > 0 ? [["Chains", ...chains].join("\n")] : []),
    ...(citations.length > 0 ? [["Who leans on whom", ...citations].join("\n")] : []),
  ];
}

const families: readonly CueFamily[] = ["say", "claim", "allege", "admit", "deny", "other"];

/** `  island quotes mainland  10: say 30 % (11–60), claim 60 % (31–83)` */
function sideLine(row: SideQuotes, sideName: (id: string | null) => string): string {
  const shares = families.flatMap((family) => {
    const { count, low01, high01 } = row.families[family];
    if (count === 0) return [];
    if (row.count < enoughForShares) return [`${family} ${count}`];
    const percent = (share01: number) => Math.round(share01 * 100);
    return [`${family} ${percent(count / row.count)} % (${percent(low01)}–${percent(high01)})`];
  });
  return `  ${sideName(row.bySide)} quotes ${sideName(row.ofSide)}  ${row.count}: ${shares.join(", ")}`;
}
