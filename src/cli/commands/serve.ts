import type { Run } from "../command.ts";
import { serveCase } from "../workbench.ts";

/** `parallax serve PATH [--port N]` */
export const run: Run = ({ positionals, values }, io) =>
  serveCase(positionals[0] ?? "", io, { port: values.port, browser: false });
