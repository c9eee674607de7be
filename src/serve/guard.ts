import type { MiddlewareHandler } from "hono";
import type { Failure } from "./types.ts";

/** The one inline style there is: Observable Plot puts it, always the same, into each picture. */
const plotStyle = "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='";

/** Everything the page may load comes from this server; nothing else may be inline. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${plotStyle}`,
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Names the header in which a change shows the token of this start. */
export const tokenHeader = "x-parallax-token";

const loopbackNames = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Refuses requests that another site makes through the user's browser: a Host that is not this
 * machine (DNS rebinding) and a change asked for by another origin or without the token of this
 * start. Sets the headers that keep the page from loading or being framed by anything else.
 */
export function guard(token: string): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!loopbackNames.has(host.replace(/:\d+$/, "").toLowerCase()))
      return c.json<Failure>(
        {
          message: `refused host: ${host || "none"}`,
          mend: "open the address that parallax printed, with 127.0.0.1 or localhost",
        },
        403,
      );
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      const origin = c.req.header("origin");
      const site = c.req.header("sec-fetch-site");
      const foreign =
        origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase();
      if (foreign || (site !== undefined && site !== "same-origin"))
        return c.json<Failure>(
          {
            message: `refused a request from another site: ${origin ?? site}`,
            mend: "ask from the workbench itself",
          },
          403,
        );
      if (c.req.header(tokenHeader) !== token)
        return c.json<Failure>(
          {
            message: "refused a change that this start of parallax did not hand out",
            mend: "load the page again: parallax was started anew",
          },
          403,
        );
    }
    await next();
    c.header("Content-Security-Policy", policy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cache-Control", "no-store");
  };
}
