import { Hono } from "hono";
import { validator } from "hono/validator";
import { z } from "zod";
import type { Claim } from "../../compare/claims/claims.ts";
import type { Findings, Question } from "../../compare/findings.ts";
import { timeStretch } from "../../document/time-stretch.ts";
import { carryingCells, claimViewOf } from "../claim-view.ts";
import { concordanceOf, concordanceSorts } from "../concordance.ts";
import type { Deps } from "../deps.ts";
import { cellsOfSource } from "../lists/claims.ts";
import {
  type List,
  type ListCase,
  type ListQuery,
  listCaseOf,
  pageOfList,
  valuesOfList,
} from "../lists/list.ts";
import { type ListName, lists } from "../lists/lists.ts";
import { documentsByRow } from "../lists/wording.ts";
import { pageOf, valuesAt } from "../paged.ts";
import { whoQuotesWhom } from "../quotes.ts";
import type { Failure, Overview } from "../types.ts";
import { longestStatement } from "./ask.ts";

/** The question whose answer holds a list. */
const questionOf: Readonly<Record<ListName, Question>> = {
  claims: "claims",
  figures: "figures",
  wording: "wording",
  contrasts: "wording",
  silence: "silence",
  sourcing: "sourcing",
  chains: "sourcing",
  sides: "sourcing",
  anonymous: "sourcing",
  citations: "sourcing",
  origins: "origins",
  timeline: "timeline",
};

const usualCount = 60;
const whole = z.string().regex(/^\d{1,9}$/);
const longestSearch = 500;
const text = z.string().max(longestSearch);
/** First and last day of a stretch of time. */
const day = z.iso.date();

/** What is the same for every list; how each is narrowed stands in its file. */
const pageQuery = z.object({
  from: whole.optional(),
  count: whole.optional(),
  q: text.optional(),
  sort: text.optional(),
  only: text.optional(),
  origin: text.optional(),
  stance: text.optional(),
  side: text.optional(),
  absent: text.optional(),
  as: text.optional(),
  carried: text.optional(),
  topic: text.optional(),
  since: day.optional(),
  until: day.optional(),
});
const valuesQuery = pageQuery.extend({ of: z.string().min(1), words: text.optional() });
const idQuery = z.object({ id: z.string().min(1) });
const oneQuery = idQuery.extend({ as: text.optional() });
const partQuery = idQuery.extend({
  at: z.string().min(1),
  from: whole.optional(),
  count: whole.optional(),
});
const claimQuery = oneQuery.extend({ ask: z.string().trim().max(longestStatement).optional() });
const quotesQuery = z.object({ q: text.optional(), as: text.optional() });
const concordanceQuery = idQuery.extend({
  label: z.string().min(1),
  side: text.optional(),
  source: text.optional(),
  sort: z.enum(concordanceSorts).optional(),
  since: day.optional(),
  until: day.optional(),
  voice: z.enum(["own", "others"]).optional(),
  from: whole.optional(),
  count: whole.optional(),
});
const cellsQuery = claimQuery.extend({
  source: z.string().optional(),
  from: whole.optional(),
  count: whole.optional(),
});

/**
 * The answers to each question as lists: a page of rows, one row, and the lists within a finding
 * (its passages, its numbers, …) by where they stand. No answer is longer than a page.
 */
export function findingRoutes(
  deps: Pick<Deps, "overview" | "findings" | "ask" | "judgements" | "places" | "texts">,
) {
  const lookupOf = rememberLast((overview: Overview) => listCaseOf(overview));
  const caseNow = async () => lookupOf(await deps.overview());
  const usersOf = rememberLast(documentsByRow);
  /** For a stretch of time that leaves things which a document of it names, all uses are looked up. */
  const caseFor = async (name: ListName, { since, until }: ListQuery): Promise<ListCase> => {
    const lookup = await caseNow();
    if (name !== "wording" || !(since || until)) return lookup;
    const users = usersOf(await deps.places());
    return { ...lookup, usedIn: (rowId) => users.get(rowId) ?? [] };
  };
  /** As found, unless it is asked for as reviewed. */
  const answerTo = <Q extends Question>(question: Q, as: string | undefined) =>
    as === "reviewed" ? deps.judgements.reviewed(question) : deps.findings(question);
  const itemsOf = async (name: ListName, as?: string) => {
    const list = lists[name] as unknown as List<unknown, unknown>;
    const question = questionOf[name];
    const answer = await answerTo(question, as);
    const findings = { [question]: answer } as unknown as Findings;
    return { list, findings };
  };
  const itemOf = async (name: ListName, id: string, as?: string) => {
    const { list, findings } = await itemsOf(name, as);
    return { list, item: list.items(findings).find((one) => list.idOf(one) === id) };
  };
  const claimOf = async (query: z.infer<typeof claimQuery>): Promise<Claim | undefined> => {
    const { id, ask, as } = query;
    const found = (await answerTo("claims", as)).find((claim) => claim.id === id);
    if (found || !ask) return found;
    const asked = await deps.ask(ask);
    return asked.id === id ? asked : undefined;
  };
  return new Hono()
    .get("/claim", asks(claimQuery), async (c) => {
      const query = c.req.valid("query");
      const claim = await claimOf(query);
      if (!claim) return c.json<Failure>(nothingAt(query.id), 404);
      const [lookup, origins] = await Promise.all([caseNow(), answerTo("origins", query.as)]);
      return c.json(claimViewOf(claim, lookup, origins), 200);
    })
    .get("/claim/cells", asks(cellsQuery), async (c) => {
      const query = c.req.valid("query");
      const claim = await claimOf(query);
      if (!claim) return c.json<Failure>(nothingAt(query.id), 404);
      const lookup = await caseNow();
      const cells =
        query.source === undefined
          ? carryingCells(claim, lookup)
          : cellsOfSource(claim, query.source, lookup);
      return c.json(pageOf(cells, stretchOf(query), { row: (cell) => cell }), 200);
    })
    .get("/quotes", asks(quotesQuery), async (c) => {
      const { q, as } = c.req.valid("query");
      const [sourcing, lookup] = await Promise.all([answerTo("sourcing", as), caseNow()]);
      return c.json(whoQuotesWhom(sourcing, lookup, q), 200);
    })
    .get("/concordance", asks(concordanceQuery), async (c) => {
      const { id, label, since, until, from, count, ...query } = c.req.valid("query");
      const [places, { rows }, lookup] = await Promise.all([
        deps.places(),
        deps.findings("wording"),
        caseNow(),
      ]);
      const own = places.find((one) => one.of === id && one.label === label);
      if (!own) return c.json<Failure>(nothingAt(`${id}, ${label}`), 404);
      const concept = rows.find((one) => one.id === id)?.concept ?? null;
      const of = { concept, time: timeStretch(since, until) };
      const stretch = stretchOf({ from, count });
      return c.json(await concordanceOf(own, of, query, stretch, lookup, deps.texts), 200);
    })
    .get("/findings/:list", asks(pageQuery), async (c) => {
      const name = listNamed(c.req.param("list"));
      if (!name) return c.json<Failure>(noSuchList, 404);
      const { from, count, as, ...query } = c.req.valid("query");
      const [{ list, findings }, lookup] = await Promise.all([
        itemsOf(name, as),
        caseFor(name, query),
      ]);
      return c.json(pageOfList(list, findings, lookup, query, stretchOf({ from, count })), 200);
    })
    .get("/findings/:list/values", asks(valuesQuery), async (c) => {
      const name = listNamed(c.req.param("list"));
      if (!name) return c.json<Failure>(noSuchList, 404);
      const { of, from, count, as, ...query } = c.req.valid("query");
      const [{ list, findings }, lookup] = await Promise.all([itemsOf(name, as), caseNow()]);
      const values = valuesOfList(list, of, findings, lookup, query, stretchOf({ from, count }));
      return values ? c.json(values, 200) : c.json<Failure>(nothingAt(of), 404);
    })
    .get("/findings/:list/one", asks(oneQuery), async (c) => {
      const name = listNamed(c.req.param("list"));
      if (!name) return c.json<Failure>(noSuchList, 404);
      const { id, as } = c.req.valid("query");
      const { list, item } = await itemOf(name, id, as);
      if (item === undefined) return c.json<Failure>(nothingAt(id), 404);
      return c.json(list.row(item, await caseNow()), 200);
    })
    .get("/findings/:list/part", asks(partQuery), async (c) => {
      const name = listNamed(c.req.param("list"));
      if (!name) return c.json<Failure>(noSuchList, 404);
      const { id, at, ...stretch } = c.req.valid("query");
      const part = valuesAt((await itemOf(name, id)).item, at);
      if (!part) return c.json<Failure>(nothingAt(`${id}, ${at}`), 404);
      return c.json(pageOf(part, stretchOf(stretch), { row: (one) => one }), 200);
    });
}

function asks<S extends z.ZodType>(schema: S) {
  return validator("query", (query, c) => {
    const parsed = schema.safeParse(query);
    return parsed.success ? (parsed.data as z.infer<S>) : c.json<Failure>(unclear, 400);
  });
}

function listNamed(name: string | undefined): ListName | null {
  return name !== undefined && Object.hasOwn(lists, name) ? (name as ListName) : null;
}

function stretchOf(query: {
  readonly from?: string | undefined;
  readonly count?: string | undefined;
}) {
  return { from: Number(query.from ?? 0), count: Number(query.count ?? usualCount) };
}

/** Makes something anew only when what it is made from is another. */
function rememberLast<K extends object, V>(make: (key: K) => V): (key: K) => V {
  let last: { key: K; value: V } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

const noSuchList: Failure = {
  message: "no such list of findings",
  mend: `give one of: ${Object.keys(lists).join(", ")}`,
};

const unclear: Failure = {
  message: "invalid question about findings",
  mend: "give from and count as whole numbers, since and until as days, and id where one finding is meant",
};

function nothingAt(id: string): Failure {
  return { message: `no such finding: ${id}`, mend: "choose one from the list" };
}
