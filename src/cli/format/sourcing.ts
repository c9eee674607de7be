import type {
  Anonymous,
  CueFamily,
  Share,
  SideQuotes,
  Sourcing,
  SourcingRow,
} from "../../compare/sourcing/sourcing.ts";
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
  const sideName = (id: string | null) =>
    sides.some((side) => side.id === id) && id !== null ? id : "unaligned";
  const quotedName = (id: string | null) => (id === null ? "others" : sideName(id));
  const citations = sourcing.citations
    .slice(0, mostCitations)
    .map(
      (one) =>
        `  ${names.get(one.sourceId) ?? one.sourceId} → ${one.name}  (${one.kind === "through" ? "came by way of it" : one.kind}, ${one.documents} ${one.documents === 1 ? "document" : "documents"})`,
    );
  const moreCitations = sourcing.citations.length - citations.length;
  const chains = sourcing.chains.map(
    ({ links, documentId }) => `  ${links.join(" ← ")}  (${documentId})`,
  );
  const bySide = [
    "Whom each side quotes: attributions to somebody with a name, what those quoted are, and the cues,",
    `  as shares of these with 95 % intervals (Wilson); under ${enoughForShares} as numbers. “Others” have no side in the case file.`,
    ...sourcing.sides.map((row) => sideLine(row, { by: sideName, of: quotedName })),
    "Who speaks without a name, of all attributions but those to a pronoun left open",
    ...sourcing.anonymous.map((one) => anonymousLine(one, sideName)),
  ];
  return [
    ...(sourcing.sides.length > 0 && sides.length > 0 ? [bySide.join("\n")] : []),
    ...sourcing.rows.map((row) => sourceText(row, names.get(row.sourceId) ?? row.sourceId)),
    ...(chains.length > 0
      ? [["Chains: who publishes it ← by way of ← who said it", ...chains].join("\n")]
      : []),
    ...(citations.length > 0
      ? [
          [
            "Who leans on whom, and in how many of its documents",
            ...citations,
            ...(moreCitations > 0 ? [`  and ${moreCitations} more (--json lists them)`] : []),
          ].join("\n"),
        ]
      : []),
  ];
}

/** One source: its counts, each with what it is of, and whom it quotes most. */
function sourceText(row: SourcingRow, name: string): string {
  const { attributions, unnamed, open, direct, copied } = row;
  const { carried, ownVoice } = row.contested;
  const quoted = row.quoted.slice(0, mostQuoted).map((one) => {
    const cues = one.cues
      .slice(0, 3)
      .map(({ cue, count }) => (count > 1 ? `${cue} ×${count}` : cue));
    const about = [one.side, one.kind, notNamed[one.naming]].filter(Boolean).join(", ");
    return `  ${String(one.count).padStart(4)}  ${one.name ?? "nobody told"}${about ? ` (${about})` : ""}${cues.length > 0 ? `: ${cues.join(", ")}` : ""}`;
  });
  const more = row.quoted.length - mostQuoted;
  return [
    name,
    `  ${attributions} attributions: ${attributions - unnamed - open} with a name, ${unnamed} without, ${open} to a pronoun left open; ${direct} with direct quotes${copied > 0 ? `, ${copied} in sentences copied from another source` : ""}`,
    `  ${carried === 0 ? "carries no contested claim" : `says ${ownVoice} of the ${carried} contested claims that it carries in its own voice`}`,
    ...quoted,
    ...(more > 0 ? [`        and ${more} more`] : []),
  ].join("\n");
}

const notNamed = { named: null, unnamed: "no name", open: "left open" } as const;

const families: readonly CueFamily[] = ["say", "claim", "allege", "admit", "deny", "other"];

/** `  island quotes mainland  10 (government 6, person 4): say 30 % (11–60), claim 60 % (31–83)` */
function sideLine(
  row: SideQuotes,
  name: Readonly<Record<"by" | "of", (id: string | null) => string>>,
): string {
  const shares = families.flatMap((family) => {
    const share = row.families[family];
    return share.count === 0 ? [] : [`${family} ${shareText(share, row.count)}`];
  });
  const kinds = row.kinds.map(({ kind, count }) => `${kind ?? "not declared"} ${count}`);
  return `  ${name.by(row.bySide)} quotes ${name.of(row.ofSide)}  ${row.count} (${kinds.join(", ")}): ${shares.join(", ")}`;
}

/** `  island: 21 of 70, 30 % (21–42); 13 more are left open` */
function anonymousLine(
  { bySide, attributions, open, unnamed }: Anonymous,
  sideName: (id: string | null) => string,
): string {
  const of = attributions - open;
  const share = of < enoughForShares ? "" : `, ${shareText(unnamed, of)}`;
  return `  ${sideName(bySide)}: ${unnamed.count} of ${of}${share}${open > 0 ? `; ${open} more are left open` : ""}`;
}

/** `30 % (11–60)`, or the number alone where it is of few. */
function shareText({ count, low01, high01 }: Share, of: number): string {
  if (of < enoughForShares) return String(count);
  const percent = (share01: number) => Math.round(share01 * 100);
  return `${percent(count / of)} % (${percent(low01)}–${percent(high01)})`;
}
