import { basename, dirname } from "node:path";
import { allFindings } from "../../pipeline/analyze.ts";
import { withCase } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { reportOf, writeOutput } from "../write-results.ts";

/** `parallax report PATH -o FILE` */
export const run: Run = ({ positionals, values }, io) =>
  withCase(positionals[0] ?? "", io, async (analyzed) => {
    const path = typeof values.output === "string" ? values.output : "report.html";
    const report = await reportOf(analyzed, await allFindings(analyzed.store));
    await writeOutput(dirname(path), basename(path), report);
    io.out(`${path}\n`);
    return exitCodes.ok;
  });
