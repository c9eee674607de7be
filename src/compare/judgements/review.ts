import type { DocumentCard } from "../../document/case.ts";
import { cellMark, figureMark, labelMark, markKey, partsOfKey } from "../../document/judgement.ts";
import { evidence } from "../../document/passage.ts";
import { absentCell, isContested } from "../claims/cells.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import { reasonOf } from "../figures/compare-figures.ts";
import type { FigureGroup } from "../figures/figures.ts";
import { relate } from "../figures/relate.ts";
import type { Findings } from "../findings.ts";
import type { LabelUse, WordingRow } from "../wording/wording.ts";

/** What people rejected: the keys of the marks, and of labels also the voice that was judged. */
export type Rejected = ReadonlyMap<string, { readonly says: string }>;

/**
 * Claims without the cells that were rejected. Such a cell is unknown then, not silent: to reject
 * what was read is not to say that the document is silent. Claims that nobody carries any more are
 * left out, unless they were looked for.
 */
export function reviewClaims(
  claims: readonly Claim[],
  rejected: Rejected,
  documents: readonly DocumentCard[],
): Claim[] {
  if (rejected.size === 0) return [...claims];
  const sourceOf = new Map(documents.map(({ id, sourceId }) => [id, sourceId]));
  const absences = rejectedAbsences(rejected, documents);
  return claims.flatMap((claim): Claim[] => {
    let changed = false;
    const spoken = claim.cells.map((cell) => {
      if (!rejected.has(markKey(cellMark(claim.statement, cell)))) return cell;
      changed = true;
      return leftOut(cell);
    });
    const has = new Set(spoken.map(({ documentId }) => documentId));
    const absent = (absences.get(claim.statement) ?? []).filter(({ id }) => !has.has(id));
    if (!changed && absent.length === 0) return [claim];
    const cells = [...spoken, ...absent.map((card) => leftOut(absentCell(card, claim)))];
    const carriers = cells.filter(({ stance }) => stance !== "silent" && stance !== "unknown");
    if (carriers.length === 0 && claim.origin === "found") return [];
    const sources = new Set(carriers.map(({ documentId }) => sourceOf.get(documentId))).size;
    return [
      {
        ...claim,
        cells,
        documents: carriers.length,
        sources,
        independent: Math.min(claim.independent, sources),
        contested: isContested(cells),
      },
    ];
  });
}

/** A silence is a mark of the whole document, and no cell of it is kept: who is meant, by the claim. */
function rejectedAbsences(
  rejected: Rejected,
  documents: readonly DocumentCard[],
): ReadonlyMap<string, readonly DocumentCard[]> {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const absences = new Map<string, DocumentCard[]>();
  for (const key of rejected.keys()) {
    const { question, about, documentId, start, end } = partsOfKey(key);
    const card = cards.get(documentId);
    if (question !== "claims" || start !== 0 || end !== 0 || !card) continue;
    absences.set(about, [...(absences.get(about) ?? []), card]);
  }
  return absences;
}

function leftOut(cell: Cell): Cell {
  return {
    ...cell,
    stance: "unknown",
    also: [],
    attributedTo: null,
    distancing: false,
    reported: false,
    reason: `rejected in a review; as found: ${cell.stance}`,
    rule: "rejected",
  };
}

/** Quantities without the numbers that were rejected, and without the conflicts these made. */
export function reviewFigures(groups: readonly FigureGroup[], rejected: Rejected): FigureGroup[] {
  if (rejected.size === 0) return [...groups];
  return groups.flatMap((group): FigureGroup[] => {
    const kept = group.entries.flatMap((entry, index) =>
      rejected.has(markKey(figureMark(group.what, entry))) ? [] : [index],
    );
    if (kept.length === group.entries.length) return [group];
    if (kept.length === 0) return [];
    const entries = kept.flatMap((index) => group.entries[index] ?? []);
    const ids = new Set(entries.map(({ documentId }) => documentId));
    const related = relate(entries, ids.size);
    return [
      {
        ...group,
        ...related,
        entries,
        documents: ids.size,
        reason: reasonOf(related.relation, entries, related.conflicts),
        parts: group.parts.filter(({ documentId }) => ids.has(documentId)),
      },
    ];
  });
}

/** Labels without the uses that were rejected: each takes one from the count of its voice. */
export function reviewWording(
  wording: Findings["wording"],
  rejected: Rejected,
): Findings["wording"] {
  if (rejected.size === 0) return wording;
  return { ...wording, rows: wording.rows.flatMap((row) => reviewRow(row, rejected)) };
}

function reviewRow(row: WordingRow, rejected: Rejected): WordingRow[] {
  const gone = new Map<string, number>();
  const labels = row.labels.flatMap(({ label, uses }) => {
    const left = uses.flatMap((use) => {
      const next = reviewUse(label, use, rejected);
      const less = counted(use) - (next ? counted(next) : 0);
      if (less > 0) gone.set(use.sourceId, (gone.get(use.sourceId) ?? 0) + less);
      return next ?? [];
    });
    return left.length > 0 ? [{ label, uses: left }] : [];
  });
  if (gone.size === 0) return [row];
  if (labels.length === 0) return [];
  const totals = row.totals.map((total) => ({
    ...total,
    mentions: total.mentions - (gone.get(total.sourceId) ?? 0),
  }));
  return [{ ...row, labels, totals }];
}

const voices = ["own", "quoted", "attributed", "scare"] as const;

function reviewUse(label: string, use: LabelUse, rejected: Rejected): LabelUse | null {
  const less = { own: 0, quoted: 0, attributed: 0, scare: 0 };
  const left = use.evidence.filter((passage) => {
    const one = rejected.get(markKey(labelMark(label, passage)));
    const voice = one && (voices.find((name) => name === one.says) ?? "own");
    if (voice) less[voice]++;
    return one === undefined;
  });
  if (left.length === use.evidence.length) return use;
  const next = {
    ...use,
    own: Math.max(0, use.own - less.own),
    quoted: Math.max(0, use.quoted - less.quoted),
    attributed: Math.max(0, use.attributed - less.attributed),
    scare: Math.max(0, use.scare - less.scare),
  };
  const shown = evidence(left);
  return shown && counted(next) > 0 ? { ...next, evidence: shown } : null;
}

function counted({ own, quoted, attributed, scare }: LabelUse): number {
  return own + quoted + attributed + scare;
}
