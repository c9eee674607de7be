import { judgementsFile, type PlacedJudgement } from "../../document/judgement.ts";
import { allFindings } from "../../pipeline/analyze.ts";
import { judgementsOf } from "../../pipeline/judgements.ts";
import { judgementsAnnotations, judgementsCsv } from "../../report/judgements.ts";
import { judgementsPath } from "../../store/judgement-log.ts";
import { askedCase, withCase } from "../case.ts";
import { CliError, exitCodes, type Run } from "../command.ts";

const formats = ["text", "json", "csv", "annotations"] as const;

/** `parallax judgements PATH [--format text|json|csv|annotations]` */
export const run: Run = (input, io) => {
  const asked = input.values.format ?? "text";
  const format = formats.find((one) => one === asked);
  if (format === undefined)
    throw new CliError(
      `unknown format: ${String(asked)} (give ${formats.join(", ")})`,
      exitCodes.usage,
    );
  return withCase(askedCase(input), io, async (analyzed) => {
    const findings = await allFindings(analyzed.store);
    const path = judgementsPath(analyzed.folder, analyzed.place);
    const { judgements } = await judgementsOf(path, { ...analyzed, findings });
    if (format === "json") io.out(`${JSON.stringify(judgements, null, 2)}\n`);
    if (format === "csv") io.out(judgementsCsv(judgements));
    if (format === "annotations") {
      const stored = new Map((await analyzed.store.documents()).map((one) => [one.id, one]));
      io.out(judgementsAnnotations(judgements, analyzed.documents, stored));
    }
    if (format === "text")
      if (judgements.length === 0)
        io.err(`nothing was judged yet: the workbench writes ${judgementsFile} into the case\n`);
      else io.out(`${judgements.map(judgementText).join("\n\n")}\n`);
    return exitCodes.ok;
  });
};

const acts = { confirm: "confirmed by", reject: "rejected by", note: "noted by" } as const;
const states = {
  placed: "",
  changed: "no longer so: the words are there, but are not read like this any more",
  lost: "no longer there: its words or its document are gone",
} as const;

/**
 *     rejected by Ada Quill, 2031-05-20: it is the mayor who says so
 *       claims: No warning was given. (asserts)
 *       delta-courier/flood.html: “No warning was given.”
 */
function judgementText(one: PlacedJudgement): string {
  const quote = one.anchor === null ? "as a whole" : `“${one.anchor.exact.replace(/\s+/g, " ")}”`;
  return [
    `${acts[one.act]} ${one.author}, ${one.at.slice(0, 10)}${one.note === null ? "" : `: ${one.note}`}`,
    `  ${one.question}: ${one.about}${one.says === "" ? "" : ` (${one.says})`}`,
    `  ${one.place?.documentId ?? one.documentId}: ${quote}`,
    ...(states[one.state] === "" ? [] : [`  ${states[one.state]}`]),
  ].join("\n");
}
