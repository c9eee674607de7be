import { checkJsonSchema } from "./check-schema.ts";
import { readingsJsonSchema } from "./readings-schema.ts";
import { cliReference } from "./reference.ts";
import { resultPapers } from "./results/schemas.ts";
import { rulesPaper } from "./rules-paper.ts";
import { commands } from "./table.ts";

/** The papers that are generated, by path from the package's folder. A test fails when one is stale. */
export function generatedPapers(): Readonly<Record<string, string>> {
  return {
    "docs/cli.md": cliReference(commands),
    "docs/rules.md": rulesPaper(),
    "docs/check.schema.json": `${JSON.stringify(checkJsonSchema(), null, 2)}\n`,
    "docs/readings.schema.json": `${JSON.stringify(readingsJsonSchema(), null, 2)}\n`,
    ...resultPapers(),
  };
}
