import type { Claim } from "../../compare/claims/claims.ts";
import { createRepeatFinder, type Repeat } from "../../compare/claims/repeats.ts";
import { readTermsWith } from "../../compare/claims/statement.ts";
import { findingsOf } from "../../pipeline/analyze.ts";
import { askedCase, withCase } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { claimText } from "../format/claims.ts";
import { questionCommand } from "./question.ts";

/** Claims listed of those that a text repeats. */
const mostRepeated = 10;
/** Words named of those by which a text repeats a claim. */
const mostWords = 8;

/** `parallax claims PATH [--like TEXT] [--json]` */
export const run: Run = (asked, io) => {
  const { like, json } = asked.values;
  if (typeof like !== "string") return questionCommand("claims")(asked, io);
  return withCase(askedCase(asked), io, async ({ store, documents, reader }) => {
    const claims = await findingsOf(store, "claims");
    const find = createRepeatFinder(claims.map(wordsOf), readTermsWith(reader()));
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const repeats = find(like, mostRepeated);
    if (repeats.length === 0) io.err("no claim of the case has a word in common with this text\n");
    for (const [at, repeat] of repeats.entries()) {
      const claim = byId.get(repeat.claimId);
      if (!claim) continue;
      if (json) io.out(`${JSON.stringify({ ...rounded(repeat), claim: claim.statement })}\n`);
      else io.out(`${at > 0 ? "\n" : ""}${claimText(claim, documents)}\n  ${byWords(repeat)}\n`);
    }
    return exitCodes.ok;
  });
};

/** A claim by its statement and by the best passage of each document that carries it. */
function wordsOf({ id, statement, cells }: Claim) {
  const passages = cells.flatMap(({ stance, passages: [first] }) =>
    first && stance !== "silent" && stance !== "unknown" ? [first.text] : [],
  );
  return { id, texts: [statement, ...passages] };
}

function rounded({ claimId, score, terms }: Repeat) {
  const cents = (value: number) => Math.round(value * 100) / 100;
  return {
    claimId,
    score: cents(score),
    terms: terms.map(({ term, weight }) => ({ term, weight: cents(weight) })),
  };
}

function byWords({ score, terms }: Repeat): string {
  const words = terms.slice(0, mostWords).map(({ term, weight }) => `${term} ${weight.toFixed(1)}`);
  const more = terms.length > mostWords ? ` and ${terms.length - mostWords} more` : "";
  return `in common ${score.toFixed(1)}: ${words.join(", ")}${more}`;
}
