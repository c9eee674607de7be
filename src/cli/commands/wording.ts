import { acrossCases, type CaseWording } from "../../compare/wording/across.ts";
import { type AnalyzedCase, findingsOf } from "../../pipeline/analyze.ts";
import { askedCase, withCase } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { acrossText } from "../format/wording.ts";
import { questionCommand } from "./question.ts";

/** `parallax wording PATH [--with PATH] [--json]` */
export const run: Run = async (asked, io) => {
  const other = asked.values.with;
  if (typeof other !== "string") return questionCommand("wording")(asked, io);
  const here = await withCase(askedCase(asked), io, wordingOf);
  const there = await withCase({ path: other, caseFile: undefined }, io, wordingOf);
  const rows = acrossCases(here, there);
  if (rows.length === 0)
    io.err("no source of both cases names the same concept in both (sources go by their names)\n");
  else if (asked.values.json) for (const row of rows) io.out(`${JSON.stringify(row)}\n`);
  else io.out(`${rows.map((row) => acrossText(row, [here.title, there.title])).join("\n\n")}\n`);
  return exitCodes.ok;
};

async function wordingOf({
  store,
  case: declared,
}: AnalyzedCase): Promise<CaseWording & { readonly title: string }> {
  const { rows } = await findingsOf(store, "wording");
  return { rows, sources: declared.sources, title: declared.title };
}
