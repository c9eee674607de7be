import { readCode, type SourceCode, sourceOrder } from "../../../document/stance-codes.ts";
import type { ClaimRow } from "../../../serve/types.ts";
import type { CaseLookup } from "../../parts/case.tsx";
import type { Column } from "../../parts/sides.ts";

/** What a source does with a claim, as a row of the matrix tells it. */
export type SourcePart = SourceCode & {
  /** The document that a cell leads to: the first that speaks, else the source's first. */
  readonly documentId: string;
  /** To whom it attributes the claim, where the row tells. */
  readonly whom: string | null;
};

/** Makes the function that reads a source's part from a row. */
export function partReader({
  overview,
}: Pick<CaseLookup, "overview">): (row: ClaimRow, column: Column) => SourcePart {
  const places = new Map(sourceOrder(overview.documents).map((id, at) => [id, at]));
  return ({ codes, said }, { id, documentIds }) => {
    const place = places.get(id) ?? -1;
    const told = said.find(([at]) => at === place);
    return {
      ...readCode(codes[place]),
      documentId: told?.[1] ?? documentIds[0] ?? id,
      whom: told?.[2] ?? null,
    };
  };
}

/** True where a source says something of the claim. */
export function speaks({ stances }: SourceCode): boolean {
  return !stances.includes("silent") && !stances.includes("unknown");
}
