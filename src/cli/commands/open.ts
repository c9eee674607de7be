import { join } from "node:path";
import { packageRoot } from "../../pipeline/root.ts";
import type { Run } from "../command.ts";
import { serveCase } from "../workbench.ts";

/** `parallax open [PATH]`: without a path, the bundled example. */
export const run: Run = ({ positionals, values }, io) =>
  serveCase(positionals[0] ?? join(packageRoot(), "examples", "brenna-strait"), io, {
    port: values.port,
    browser: !values["no-browser"],
  });
