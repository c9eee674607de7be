import type { DocumentCard } from "../../document/case.ts";
import type { Claim } from "../claims/claims.ts";
import { bySilent, compareSilence, silenceReason } from "../silence/compare-silence.ts";
import type { SilenceRow } from "../silence/silence.ts";

/**
 * The silences that follow from the reviewed claims. Rows of claims that no review touched stay as
 * they are. How many of the carriers are independent is only capped.
 */
export function reviewSilence(
  found: readonly SilenceRow[],
  claims: { readonly found: readonly Claim[]; readonly reviewed: readonly Claim[] },
  documents: readonly DocumentCard[],
  eventOf: ReadonlyMap<string, string>,
): SilenceRow[] {
  const before = new Map(claims.found.map((claim) => [claim.id, claim]));
  const changed = claims.reviewed.filter((claim) => before.get(claim.id) !== claim);
  if (changed.length === 0 && claims.found.length === claims.reviewed.length) return [...found];
  const rows = new Map<string, SilenceRow[]>();
  const add = (row: SilenceRow) => rows.set(row.claimId, [...(rows.get(row.claimId) ?? []), row]);
  const anew = new Set(changed.map(({ id }) => id));
  for (const row of found) if (!anew.has(row.claimId)) add(row);
  const known = new Map(found.map((row) => [row.id, row.independent]));
  const independentOf = new Map(changed.map(({ id, independent }) => [id, independent]));
  for (const row of compareSilence(changed, documents, eventOf)) {
    const most = known.get(row.id) ?? independentOf.get(row.claimId) ?? row.independent;
    const independent = Math.min(most, row.carriedBy.length);
    add({ ...row, independent, reason: silenceReason(row.carriedBy, independent, row.absences) });
  }
  return claims.reviewed.flatMap(({ id }) => rows.get(id) ?? []).sort(bySilent);
}
