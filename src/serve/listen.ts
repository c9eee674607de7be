import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { InputError } from "../document/errors.ts";

/** How many ports after the wanted one are tried before giving up. */
const portsTried = 50;

export type Listening = {
  /** Where the workbench is, without a slash at the end: http://127.0.0.1:4177 */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/**
 * Serves the application on this machine only, on `port` or the next free one (0: any).
 * @throws InputError when none of the ports can be had.
 */
export async function listen(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  port: number,
): Promise<Listening> {
  for (let wanted = port; wanted <= Math.min(port + portsTried, 65535); wanted++) {
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const got = await bind(server, wanted);
    if (got !== null)
      return {
        address: `http://127.0.0.1:${got}`,
        port: got,
        close: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      };
  }
  throw new InputError(
    `no free port from ${port} to ${port + portsTried} (give another with --port)`,
    { path: "--port" },
  );
}

/** The port that was had, or null when it is taken or not ours to take. */
function bind(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}
