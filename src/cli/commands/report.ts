import { basename, dirname } from "node:path";
import { type AnalyzedCase, allFindings } from "../../pipeline/analyze.ts";
import { readChosen } from "../../store/chosen.ts";
import { askedCase, withCase } from "../case.ts";
import { chosenPage } from "../case-report.ts";
import { CliError, exitCodes, type Io, type Run } from "../command.ts";
import { postsDeps } from "../posts-deps.ts";
import { reportOf, writeOutput } from "../write-results.ts";

/** `parallax report PATH -o FILE [--chosen]` */
export const run: Run = (input, io) =>
  withCase(askedCase(input), io, async (analyzed) => {
    const path = typeof input.values.output === "string" ? input.values.output : "report.html";
    const report =
      input.values.chosen === true
        ? await chosenReport(analyzed, io)
        : await reportOf(analyzed, await allFindings(analyzed.store));
    await writeOutput(dirname(path), basename(path), report);
    io.out(`${path}\n`);
    return exitCodes.ok;
  });

async function chosenReport(analyzed: AnalyzedCase, io: Io): Promise<string> {
  const chosen = await readChosen(analyzed.place.folder);
  if (chosen.items.length === 0)
    throw new CliError(
      "nothing was put into a report yet (open the case with `parallax open`, and press “Add to report” where something shows what you mean)",
      exitCodes.nothingRead,
    );
  const findings = await allFindings(analyzed.store);
  return chosenPage(analyzed, findings, postsDeps(analyzed, findings.claims, io), chosen);
}
