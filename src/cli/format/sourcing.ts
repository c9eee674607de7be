import type { Sourcing } from "../../compare/sourcing/sourcing.ts";
import type { Case } from "../../document/case.ts";

const mostQuoted = 8;

/** Whom each source quotes, one paragraph per source, then the chains. */
export function sourcingText(sourcing: Sourcing, { sources }: Pick<Case, "sources">): string[] {
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
  const chains = sourcing.chains.map(
    ({ links, documentId }) => `  ${links.join(" ← ")}  (${documentId})`,
  );
  return chains.length > 0 ? [...rows, ["Chains", ...chains].join("\n")] : rows;
}
