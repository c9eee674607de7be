import { join } from "node:path";
import { packageRoot } from "../../pipeline/root.ts";
import { askedCase } from "../case.ts";
import type { Run } from "../command.ts";
import { serveCase } from "../workbench.ts";

/** `parallax open [PATH]`: without a path, the bundled example. */
export const run: Run = (input, io) =>
  serveCase(askedCase(input, join(packageRoot(), "examples", "brenna-strait")), io, {
    port: input.values.port,
    browser: !input.values["no-browser"],
  });
