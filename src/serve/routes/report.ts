import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import { z } from "zod";
import { chosenSchema } from "../../store/chosen.ts";
import type { Deps } from "../deps.ts";
import type { Failure } from "../types.ts";

const longestBodyBytes = 2 * 1024 * 1024;
const itemBody = z.object({ address: z.string().min(1) });
const reportBody = z.object({ chosen: chosenSchema, revision: z.string() });

/** The report that the user puts together from what the workbench shows. */
export function reportRoutes({ report }: Pick<Deps, "report">) {
  return new Hono()
    .get("/", async (c) => c.json(await report.read(), 200))
    .post("/items", withinLimit, namesPlace, async (c) => {
      const kept = await report.add(c.req.valid("json").address);
      return kept ? c.json(kept, 200) : c.json<Failure>(nothingThere, 404);
    })
    .put("/", withinLimit, givesReport, async (c) => {
      const { chosen, revision } = c.req.valid("json");
      const kept = await report.replace(chosen, revision);
      return kept ? c.json(kept, 200) : c.json<Failure>(changedElsewhere, 409);
    })
    .get("/page", async (c) => c.html(await report.page()))
    .get("/file", async (c) =>
      c.body(await report.page(), 200, {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Disposition": 'attachment; filename="report.html"',
      }),
    );
}

const withinLimit = bodyLimit({
  maxSize: longestBodyBytes,
  onError: (c) => c.json<Failure>(tooLong, 413),
});

const namesPlace = validator("json", (body, c) => {
  const parsed = itemBody.safeParse(body);
  return parsed.success ? parsed.data : c.json<Failure>(nothingThere, 400);
});

const givesReport = validator("json", (body, c) => {
  const parsed = reportBody.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return c.json<Failure>(
    {
      message: `invalid report: ${issue?.path.join(".")}: ${issue?.message}`,
      mend: "shorten what is too long",
    },
    400,
  );
});

const tooLong: Failure = {
  message: "invalid report: more than 2 MB",
  mend: "shorten the notes",
};

const nothingThere: Failure = {
  message: "nothing stands here that a report can show",
  mend: "choose a claim, a figure, a word, an event, a group or a passage first",
};

const changedElsewhere: Failure = {
  message: "the report was changed in another window",
  mend: "load the page again; your last change was not kept",
};
