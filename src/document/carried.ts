/** Every way in which `carriedBy` can answer, in the order in which they are shown. */
export function waysToCarry(sides: readonly string[]): readonly string[] {
  return sides.length === 0
    ? ["several", "contested", "one", "none"]
    : ["all", "some", "contested", ...sides.map((id) => `side:${id}`), "unaligned", "none"];
}

/**
 * By whom a claim is carried, each claim in one way: `contested`; carried by sources of `all` declared
 * sides, of `some` of them, of one alone (`side:ID`), or by `unaligned` sources only. Where no side is
 * declared, by `several` sources or by `one`. `none`: by nobody; it was only asked for. A claim that is
 * denied is carried, too.
 */
export function carriedBy(
  claim: {
    readonly contested: boolean;
    readonly cells: readonly { readonly stance: string; readonly documentId: string }[];
  },
  placeOf: (documentId: string) => { readonly side: string | null; readonly sourceId: string },
  sides: readonly string[],
): string {
  if (claim.contested) return "contested";
  const speaking = claim.cells
    .filter(({ stance }) => stance !== "silent" && stance !== "unknown")
    .map(({ documentId }) => placeOf(documentId));
  if (speaking.length === 0) return "none";
  if (sides.length === 0)
    return new Set(speaking.map(({ sourceId }) => sourceId)).size > 1 ? "several" : "one";
  const carrying = new Set(
    speaking.flatMap(({ side }) => (side !== null && sides.includes(side) ? [side] : [])),
  );
  const [first] = carrying;
  if (first === undefined) return "unaligned";
  if (carrying.size === 1 && sides.length > 1) return `side:${first}`;
  return carrying.size === sides.length ? "all" : "some";
}
