import { allFindings } from "../../pipeline/analyze.ts";
import { carriedOf, withPosts } from "../carried.ts";
import { askedCase, withCase } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { summary } from "../summary.ts";
import { writeResults } from "../write-results.ts";

/** `parallax analyze PATH [--out DIR]` */
export const run: Run = (input, io) =>
  withCase(
    askedCase(input),
    io,
    async (analyzed) => {
      const findings = await allFindings(analyzed.store);
      io.out(await summary(analyzed, findings));
      const { out } = input.values;
      if (typeof out === "string") {
        const carried = await carriedOf(analyzed, io);
        const claims = carried ? withPosts(findings.claims, carried) : findings.claims;
        const written = await writeResults(analyzed, { ...findings, claims }, out);
        io.out(`\nReport: ${written.report}\nJSON files and the manifest beside it\n`);
      }
      return exitCodes.ok;
    },
    { allProblems: true },
  );
