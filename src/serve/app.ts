import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Claim } from "../compare/claims/claims.ts";
import type { Findings, Question } from "../compare/findings.ts";
import type { Explanations } from "../read/explain.ts";
import type { CaseSpread } from "../spread/answer.ts";
import { postObjects } from "../store/posts/post-actions.ts";
import type { Asset } from "./assets.ts";
import { guard } from "./guard.ts";
import type { DocumentView, Failure, Overview } from "./types.ts";

/** What the workbench asks for. Plain functions, so that a test needs no store. */
export type Deps = {
  readonly overview: () => Promise<Overview>;
  readonly findings: <Q extends Question>(question: Q) => Promise<Findings[Q]>;
  /** Null when the case has no such document. */
  readonly document: (id: string) => Promise<DocumentView | null>;
  /** Why each reading of a document was made; null when the case has no such document. */
  readonly explanations: (id: string) => Promise<Explanations | null>;
  /** Null when the case has no posts. */
  readonly spread: CaseSpread | null;
  readonly ask: (statement: string) => Promise<Claim>;
  /** A file of the built workbench; null when there is none at that path. */
  readonly asset: (path: string) => Promise<Asset | null>;
};

/** Longest statement that can be asked, in UTF-16 code units: a paragraph, not an article. */
export const longestStatement = 2000;
const longestBodyBytes = 16 * 1024;

const askBody = z.object({ statement: z.string().trim().min(1).max(longestStatement) });
const documentQuery = z.object({ id: z.string().min(1) });

/** A day: what is further apart is not at once. */
export const longestWindowSeconds = 86_400;
const spreadQuery = z.object({
  on: z.enum(postObjects),
  window: z
    .string()
    .regex(/^\d{1,5}$/)
    .refine((text) => Number(text) >= 1 && Number(text) <= longestWindowSeconds),
});
const edgeQuery = spreadQuery.extend({ a: z.string().min(1), b: z.string().min(1) });

export type App = ReturnType<typeof createApp>;

/** Makes the HTTP application: the case's answers as JSON under /api, the workbench elsewhere. */
export function createApp(deps: Deps) {
  const app = new Hono();
  app.use(guard());
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
    .get("/api/case", async (c) => c.json(await deps.overview()))
    .get("/api/findings/claims", async (c) => c.json(await deps.findings("claims")))
    .get("/api/findings/figures", async (c) => c.json(await deps.findings("figures")))
    .get("/api/findings/wording", async (c) => c.json(await deps.findings("wording")))
    .get("/api/findings/silence", async (c) => c.json(await deps.findings("silence")))
    .get("/api/findings/sourcing", async (c) => c.json(await deps.findings("sourcing")))
    .get("/api/findings/origins", async (c) => c.json(await deps.findings("origins")))
    .get("/api/findings/timeline", async (c) => c.json(await deps.findings("timeline")))
    .get("/api/document", namesDocument, async (c) => {
      const { id } = c.req.valid("query");
      const view = await deps.document(id);
      return view ? c.json(view, 200) : c.json<Failure>(unknownDocument(id), 404);
    })
    .get("/api/explanations", namesDocument, async (c) => {
      const { id } = c.req.valid("query");
      const explanations = await deps.explanations(id);
      return explanations ? c.json(explanations, 200) : c.json<Failure>(unknownDocument(id), 404);
    })
    .get("/api/spread", asksSpread, async (c) => {
      if (!deps.spread) return c.json<Failure>(noPosts, 404);
      try {
        return c.json(await deps.spread.answer(questionOf(c.req.valid("query"))), 200);
      } catch (error) {
        if (error instanceof RangeError) return c.json<Failure>(tooShort(error), 400);
        throw error;
      }
    })
    .get("/api/spread/edge", asksEdge, async (c) => {
      if (!deps.spread) return c.json<Failure>(noPosts, 404);
      const { a, b, ...question } = c.req.valid("query");
      const evidence = await deps.spread.edge(questionOf(question), a, b);
      return evidence ? c.json(evidence, 200) : c.json<Failure>(noSuchPair, 404);
    })
    .post(
      "/api/ask",
      bodyLimit({
        maxSize: longestBodyBytes,
        onError: (c) => c.json<Failure>(tooLong, 413),
      }),
      validator("json", (body, c) => {
        const parsed = askBody.safeParse(body);
        if (parsed.success) return parsed.data;
        return c.json<Failure>(tooLong, 400);
      }),
      async (c) => c.json(await deps.ask(c.req.valid("json").statement), 200),
    )
    .get("/api/*", (c) =>
      c.json<Failure>({ message: `no such address: ${c.req.path}`, mend: "see docs/cli.md" }, 404),
    )
    .get("*", async (c) => {
      const asset = await deps.asset(c.req.path === "/" ? "index.html" : c.req.path.slice(1));
      if (asset) return c.body(asset.bytes, 200, { "Content-Type": asset.type });
      return c.json<Failure>(
        { message: `no such page: ${c.req.path}`, mend: "open / and go on from there" },
        404,
      );
    });
}

const namesDocument = validator("query", (query, c) => {
  const parsed = documentQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  return c.json<Failure>({ message: "no document named", mend: "add ?id=DOCUMENT" }, 400);
});

const asksSpread = validator("query", (query, c) => {
  const parsed = spreadQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclearSpread, 400);
});

const asksEdge = validator("query", (query, c) => {
  const parsed = edgeQuery.safeParse(query);
  return parsed.success ? parsed.data : c.json<Failure>(unclearSpread, 400);
});

/** A parameter of an address is a text, so that the workbench can be told which there are. */
function questionOf({ on, window }: { on: z.infer<typeof spreadQuery>["on"]; window: string }) {
  return { on, windowSeconds: Number(window) };
}

const noPosts: Failure = {
  message: "this case holds no posts",
  mend: "put exported posts into its folder and start parallax again",
};

const noSuchPair: Failure = {
  message: "no such pair of accounts",
  mend: "choose one from the list of a group",
};

const unclearSpread: Failure = {
  message: "invalid question about posts",
  mend: `give on=${postObjects.join("|")} and window=SECONDS, from 1 to ${longestWindowSeconds}`,
};

/** `invalid window: what is wrong (what to do)` */
function tooShort({ message }: RangeError): Failure {
  const at = message.lastIndexOf(" (");
  return { message: message.slice(0, at), mend: message.slice(at + 2, -1) };
}

function unknownDocument(id: string): Failure {
  return { message: `no such document: ${id}`, mend: "choose one from the list of the case" };
}

const tooLong: Failure = {
  message: "invalid statement",
  mend: `send {"statement": TEXT} with 1 to ${longestStatement} characters`,
};
