import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";

const documentQuery = z.object({ id: z.string().min(1) });
const claimsQuery = documentQuery.extend({
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});

/** One document, and why each of its readings was made. */
export function documentRoutes(deps: Pick<Deps, "document" | "explanations" | "claimsBeside">) {
  return new Hono()
    .get("/document", namesDocument, async (c) => {
      const { id } = c.req.valid("query");
      const view = await deps.document(id);
      return view ? c.json(view, 200) : c.json<Failure>(unknownDocument(id), 404);
    })
    .get(
      "/document/claims",
      validator("query", (query, c) => {
        const parsed = claimsQuery.safeParse(query);
        if (parsed.success) return parsed.data;
        return c.json<Failure>({ message: "no document named", mend: "add ?id=DOCUMENT" }, 400);
      }),
      async (c) => {
        const { id, page } = c.req.valid("query");
        return c.json(await deps.claimsBeside(id, Number(page ?? "0")), 200);
      },
    )
    .get("/explanations", namesDocument, async (c) => {
      const { id } = c.req.valid("query");
      const explanations = await deps.explanations(id);
      return explanations ? c.json(explanations, 200) : c.json<Failure>(unknownDocument(id), 404);
    });
}

const namesDocument = validator("query", (query, c) => {
  const parsed = documentQuery.safeParse(query);
  if (parsed.success) return parsed.data;
  return c.json<Failure>({ message: "no document named", mend: "add ?id=DOCUMENT" }, 400);
});

function unknownDocument(id: string): Failure {
  return { message: `no such document: ${id}`, mend: "choose one from the list of the case" };
}
