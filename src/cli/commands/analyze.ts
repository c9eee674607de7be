import { allFindings } from "../../pipeline/analyze.ts";
import { withCase } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { summary } from "../summary.ts";
import { writeResults } from "../write-results.ts";

/** `parallax analyze PATH [--out DIR]` */
export const run: Run = ({ positionals, values }, io) =>
  withCase(
    positionals[0] ?? "",
    io,
    async (analyzed) => {
      const findings = await allFindings(analyzed.store);
      io.out(await summary(analyzed, findings));
      if (typeof values.out === "string") {
        const written = await writeResults(analyzed, findings, values.out);
        io.out(`\nReport: ${written.report}\nJSON files and the manifest beside it\n`);
      }
      return exitCodes.ok;
    },
    { allProblems: true },
  );
