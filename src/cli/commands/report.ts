import { basename, dirname } from "node:path";
import { allFindings } from "../../pipeline/analyze.ts";
import { askedCase, withCase } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { reportOf, writeOutput } from "../write-results.ts";

/** `parallax report PATH -o FILE` */
export const run: Run = (input, io) =>
  withCase(askedCase(input), io, async (analyzed) => {
    const path = typeof input.values.output === "string" ? input.values.output : "report.html";
    const report = await reportOf(analyzed, await allFindings(analyzed.store));
    await writeOutput(dirname(path), basename(path), report);
    io.out(`${path}\n`);
    return exitCodes.ok;
  });
