import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import { z } from "zod";
import { InputError } from "../../document/errors.ts";
import { declarationSchema } from "../../ingest/case/declaration.ts";
import { maxFileBytes } from "../../ingest/limits.ts";
import { maxPostsBytes } from "../../pipeline/add-file.ts";
import type { Deps } from "../deps.ts";
import type { Failure, FolderView } from "../types.ts";

/** Largest form that is taken: a case file with thousands of names takes less. */
const longestFormBytes = 4 * 1024 * 1024;

const field = z.string().trim().max(2000).default("");
const pastedSchema = z.object({
  text: z.string().min(1).max(maxFileBytes),
  kind: z.enum(["text", "page"]),
  title: field,
  published: field,
  url: field,
  source: field,
});
const wishSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  declared: declarationSchema,
});

/** What changes the folder of the case: documents that come in, and the case file. */
export function folderRoutes({ folder }: Pick<Deps, "folder">) {
  const app = new Hono();
  app.onError((error, c) => {
    if (!(error instanceof InputError)) throw error;
    return c.json<Failure>(failureOf(error), 400);
  });
  return app
    .get("/", (c) =>
      c.json<FolderView>({
        path: folder.path,
        refusal: folder.refusal,
        setUpRefusal: folder.setUpRefusal,
        mostBytes: { document: maxFileBytes, posts: maxPostsBytes },
      }),
    )
    .post("/files", namesFile, async (c) => {
      const { body } = c.req.raw;
      if (!body) return c.json<Failure>(emptyFile, 400);
      return c.json(await folder.add(c.req.valid("query").name, bytesOf(body)), 200);
    })
    .post(
      "/texts",
      bodyLimit({
        maxSize: maxFileBytes + longestFormBytes,
        onError: (c) => c.json<Failure>(tooLong, 413),
      }),
      sends(pastedSchema, { message: "invalid text", mend: "give a text of at most 20 MB" }),
      async (c) => c.json(await folder.paste(c.req.valid("json")), 200),
    )
    .get("/set-up", async (c) => c.json(await folder.setUp()))
    .post("/set-up/preview", formLimit(), sends(declarationSchema, unclear), async (c) =>
      c.json(await folder.preview(c.req.valid("json")), 200),
    )
    .put("/set-up", formLimit(), sends(wishSchema, unclear), async (c) => {
      const saved = await folder.save(c.req.valid("json"));
      return c.json(saved, 200);
    })
    .post("/copy", async (c) => {
      if (!folder.refusal?.canCopy) return c.json<Failure>(noExample, 400);
      return c.json({ path: await folder.copy() }, 200);
    });
}

function formLimit() {
  return bodyLimit({ maxSize: longestFormBytes, onError: (c) => c.json<Failure>(tooLong, 413) });
}

function sends<S extends z.ZodType>(schema: S, failure: Failure) {
  return validator("json", (body, c) => {
    const parsed = schema.safeParse(body);
    return parsed.success ? parsed.data : c.json<Failure>(failure, 400);
  });
}

const namesFile = validator("query", ({ name }, c) =>
  typeof name === "string" && name.trim() !== "" && name.length <= 1000
    ? { name }
    : c.json<Failure>({ message: "no file named", mend: "add ?name=FILE" }, 400),
);

async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** `what is wrong (what to do)` */
function failureOf({ message }: InputError): Failure {
  const at = message.endsWith(")") ? message.lastIndexOf(" (") : -1;
  return at < 0
    ? { message, mend: "check it and try again" }
    : { message: message.slice(0, at), mend: message.slice(at + 2, -1) };
}

const emptyFile: Failure = { message: "an empty file", mend: "save the text again" };
const tooLong: Failure = { message: "too much at once", mend: "add it as a file instead" };
const unclear: Failure = { message: "invalid form", mend: "load the page again" };
const noExample: Failure = {
  message: "only the bundled example is copied",
  mend: "copy the folder yourself",
};
