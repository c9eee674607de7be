import { cellsOf } from "../../compare/claims/cells.ts";
import type { Claim } from "../../compare/claims/claims.ts";
import { createAskCase } from "../../compare/compare.ts";
import type { DocumentCard } from "../../document/case.ts";
import { askedCase, withCase } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { claimText } from "../format/claims.ts";

/** `parallax ask PATH "statement"...` */
export const run: Run = async (asked, io) => {
  const statements = asked.positionals.slice(1);
  return withCase(askedCase(asked), io, async ({ input, reader, documents }) => {
    const ask = await createAskCase(input, reader());
    statements.forEach((statement, index) => {
      const claim = ask(statement);
      if (asked.values.json) io.out(`${JSON.stringify(askJson(claim, documents))}\n`);
      else io.out(`${index > 0 ? "\n" : ""}${claimText(claim, documents, { absent: true })}\n`);
    });
    return exitCodes.ok;
  });
};

/** The published form of an answer: one cell per document of the case, ordered by document. */
function askJson(claim: Claim, documents: readonly DocumentCard[]) {
  const files = new Map(documents.map(({ id, file }) => [id, file]));
  return {
    statement: claim.statement,
    cells: cellsOf(claim, documents).map((cell) => ({
      documentId: cell.documentId,
      file: files.get(cell.documentId) ?? cell.documentId,
      stance: cell.stance,
      attributedTo: cell.attributedTo,
      also: cell.also,
      reported: cell.reported,
      reason: cell.reason,
      rule: cell.rule,
      passages: cell.passages.map(({ start, end, text, score }) => ({ start, end, text, score })),
    })),
  };
}
