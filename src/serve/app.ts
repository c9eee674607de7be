import { Hono } from "hono";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import type { Deps } from "./deps.ts";
import { guard } from "./guard.ts";
import { page, withToken } from "./page.ts";
import { askRoutes } from "./routes/ask.ts";
import { caseRoutes } from "./routes/case.ts";
import { claimRoutes } from "./routes/claims.ts";
import { documentRoutes } from "./routes/document.ts";
import { draftRoutes } from "./routes/draft.ts";
import { findingRoutes } from "./routes/findings.ts";
import { folderRoutes } from "./routes/folder.ts";
import { judgementRoutes } from "./routes/judgements.ts";
import { pileOnRoutes } from "./routes/pile-ons.ts";
import { reachRoutes } from "./routes/reach.ts";
import { reportRoutes } from "./routes/report.ts";
import { runRoutes } from "./routes/run.ts";
import { spreadRoutes } from "./routes/spread.ts";
import { unmaskRoutes } from "./routes/unmask.ts";
import type { Failure } from "./types.ts";

export type App = ReturnType<typeof createApp>;

/** Names the header in which every answer says of which run it is. */
export const runHeader = "x-parallax-run";

/** Makes the HTTP application: the case's answers as JSON under /api, the workbench elsewhere. */
export function createApp(deps: Deps) {
  const app = new Hono();
  app.use(compress());
  app.use(guard(deps.token));
  app.use("/api/*", async (c, next) => {
    await next();
    c.header(runHeader, String(deps.live.run));
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException)
      return c.json<Failure>({ message: error.message, mend: "send valid JSON" }, error.status);
    return c.json<Failure>(
      {
        message: error.message || "could not answer",
        mend: "try again; if it happens again, stop parallax and start it again",
      },
      500,
    );
  });
  return app
    .route("/api", caseRoutes(deps))
    .route("/api", findingRoutes(deps))
    .route("/api", documentRoutes(deps))
    .route("/api", judgementRoutes(deps))
    .route("/api/spread", spreadRoutes(deps))
    .route("/api/reach", reachRoutes(deps))
    .route("/api/pile-ons", pileOnRoutes(deps))
    .route("/api/unmask", unmaskRoutes(deps))
    .route("/api/claims", claimRoutes(deps))
    .route("/api/ask", askRoutes(deps))
    .route("/api/report", reportRoutes(deps))
    .route("/api/draft", draftRoutes(deps))
    .route("/api/run", runRoutes(deps))
    .route("/api/folder", folderRoutes(deps))
    .get("/api/*", (c) =>
      c.json<Failure>({ message: `no such address: ${c.req.path}`, mend: "see docs/cli.md" }, 404),
    )
    .get("*", async (c) => {
      const path = c.req.path === "/" ? page : c.req.path.slice(1);
      const asset = await deps.asset(path);
      if (!asset)
        return c.json<Failure>(
          { message: `no such page: ${c.req.path}`, mend: "open / and go on from there" },
          404,
        );
      const bytes = path === page ? withToken(asset.bytes, deps.token) : asset.bytes;
      return c.body(bytes, 200, { "Content-Type": asset.type });
    });
}
