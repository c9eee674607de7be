import { askedCase } from "../case.ts";
import type { Run } from "../command.ts";
import { serveCase } from "../workbench.ts";

/** `parallax serve PATH [--port N]` */
export const run: Run = (input, io) =>
  serveCase(askedCase(input), io, { port: input.values.port, browser: false });
