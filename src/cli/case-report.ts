import { createHash } from "node:crypto";
import { type Findings, questions } from "../compare/findings.ts";
import type { Rejected } from "../compare/judgements/review.ts";
import { createReview, rejectedOf } from "../compare/judgements/reviewed.ts";
import { parseAddress } from "../document/address.ts";
import type { Chosen } from "../document/chosen.ts";
import { type AnalyzedCase, placesOf } from "../pipeline/analyze.ts";
import { inTurn } from "../pipeline/in-turn.ts";
import { judgementsOf } from "../pipeline/judgements.ts";
import { manifestOf } from "../pipeline/manifest.ts";
import { objectNamed } from "../pipeline/reach.ts";
import {
  type ChosenRun,
  labelAt,
  renderChosen,
  spreadKey,
  spreadQuestionsOf,
} from "../report/chosen.ts";
import type { Carried } from "../report/html/carried.ts";
import type { AsShown } from "../report/html/filters.ts";
import type { CaseReport, Deps, KeptReport } from "../serve/deps.ts";
import type { CaseSpread, SpreadQuestion, WholeGroups } from "../spread/answer.ts";
import { pileOnDefaults } from "../spread/pileon/find-pile-ons.ts";
import { reachObjects } from "../spread/reach/reach.ts";
import { readChosen, writeChosen } from "../store/chosen.ts";
import { judgementsPath } from "../store/judgement-log.ts";
import { createAsShown } from "./as-shown.ts";
import { reportDocuments } from "./write-results.ts";

/** What is asked of posts; each null where the case has none. */
type Posts = Pick<Deps, "spread" | "reach" | "pileOns">;

/** The report that the user of a case puts together. */
export function caseReport(analyzed: AnalyzedCase, findings: Findings, posts: Posts): CaseReport {
  const { folder } = analyzed.place;
  const read = async (): Promise<KeptReport> => kept(await readChosen(folder));
  const write = async (chosen: Chosen): Promise<KeptReport> => {
    await writeChosen(folder, chosen);
    return kept(chosen);
  };
  /** Each change sees what the one before wrote. */
  const turn = inTurn();
  return {
    read,
    add: (address) =>
      turn(async () => {
        const run = {
          findings,
          case: analyzed.case,
          asShown: await asShownAt([address], analyzed),
          documents: await reportDocuments(analyzed),
          ...(await ofPosts([address], posts)),
        };
        const label = labelAt(run, address);
        if (label === null) return null;
        const { chosen } = await read();
        if (chosen.items.some((item) => item.address === address)) return kept(chosen);
        return write({ ...chosen, items: [...chosen.items, { address, label, note: "" }] });
      }),
    replace: (chosen, revision) =>
      turn(async () => ((await read()).revision === revision ? write(chosen) : null)),
    page: async () => chosenPage(analyzed, findings, posts, (await read()).chosen),
  };
}

/** The page of a report that was put together. */
export async function chosenPage(
  analyzed: AnalyzedCase,
  findings: Findings,
  posts: Posts,
  chosen: Chosen,
): Promise<string> {
  const { judgements } = await judgementsOf(judgementsPath(analyzed.folder, analyzed.place), {
    ...analyzed,
    findings,
  });
  const addresses = chosen.items.map(({ address }) => address);
  const run = {
    case: analyzed.case,
    asShown: await asShownAt(addresses, analyzed),
    judgements,
    madeAt: new Date().toISOString(),
    reviewed: await reviewedFor(chosen, analyzed, findings, rejectedOf(judgements)),
    documents: await reportDocuments(analyzed),
    findings,
    manifest: await manifestOf(analyzed, findings),
    ...(await ofPosts(addresses, posts)),
  };
  return renderChosen(run, chosen);
}

/** Of the questions that are asked, the answers as reviewed; null where nothing was rejected. */
async function reviewedFor(
  { items }: Chosen,
  { store, documents, input, lexicon }: AnalyzedCase,
  findings: Findings,
  rejected: Rejected,
): Promise<Findings | null> {
  if (rejected.size === 0) return null;
  const asked = new Set(items.map(({ address }) => parseAddress(address).view));
  const datesIn = async (id: string) => (await store.readings(id))?.dates ?? [];
  const known = { findings, documents, input, words: lexicon, datesIn };
  const review = createReview(known, rejected);
  const answers = questions
    .filter((question) => asked.has(question))
    .map(async (question) => [question, await review(question)] as const);
  return { ...findings, ...Object.fromEntries(await Promise.all(answers)) };
}

async function asShownAt(
  addresses: readonly string[],
  { case: { sides }, documents, store }: AnalyzedCase,
): Promise<AsShown> {
  const needsPlaces = addresses
    .map(parseAddress)
    .some(({ view, query }) => view === "wording" && (query.from || query.to));
  return createAsShown({ sides, documents }, needsPlaces ? await placesOf(store) : null);
}

async function ofPosts(
  addresses: readonly string[],
  posts: Posts,
): Promise<Pick<ChosenRun, "spread" | "carried">> {
  const carried = new Map<string, Carried>();
  for (const address of addresses) {
    const found = await carriedAt(address, posts);
    if (found) carried.set(address, found);
  }
  return { spread: await groupsOf(addresses, posts.spread), carried };
}

/** What the views show where the address does not say it. */
const usual = { leastFollowers: 5000, withinSeconds: 86_400 } as const;

async function carriedAt(address: string, { reach, pileOns }: Posts): Promise<Carried | null> {
  const { view, path, query } = parseAddress(address);
  const whole = (text: string | undefined, otherwise: number) =>
    /^\d{1,9}$/.test(text ?? "") ? Number(text) : otherwise;
  if (view === "reach" && reach) {
    const on = reachObjects.find((one) => one === path[0]);
    const [, object] = path;
    if (!on || object === undefined) return null;
    const named = on === "text" ? object : objectNamed(on, object);
    const question = {
      leastFollowers: Math.max(1, whole(query.least, usual.leastFollowers)),
      withinSeconds: whole(query.within, usual.withinSeconds),
    };
    const answer = named === null ? null : await reach.answer({ on, object: named, ...question });
    return answer && { view, answer };
  }
  if (view === "pile-ons" && pileOns) {
    const consenting = (query.consent ?? "").split(",").filter((name) => name.trim() !== "");
    const leastSenders = Math.max(2, whole(query.least, pileOnDefaults.leastSenders));
    const answer = await pileOns.one({ leastSenders, consenting }, whole(path[0], 1));
    return answer && { view, answer };
  }
  return null;
}

async function groupsOf(
  addresses: readonly string[],
  spread: CaseSpread | null,
): Promise<Map<string, WholeGroups>> {
  const answers = new Map<string, WholeGroups>();
  if (spread)
    for (const question of spreadQuestionsOf(addresses)) {
      // A window below the resolution of the times has no answer: the item is then named as not found.
      const answer = await wholeGroups(spread, question).catch((error: unknown) => {
        if (error instanceof RangeError) return null;
        throw error;
      });
      if (answer) answers.set(spreadKey(question), answer);
    }
  return answers;
}

/** With what tells one state of it from another, so that two windows do not undo each other's changes. */
function kept(chosen: Chosen): KeptReport {
  return { chosen, revision: createHash("sha256").update(JSON.stringify(chosen)).digest("hex") };
}

async function wholeGroups(spread: CaseSpread, question: SpreadQuestion): Promise<WholeGroups> {
  const { groups } = await spread.answer(question);
  const whole = await Promise.all(
    groups.map(async (row) => ({ row, detail: await spread.group(question, row.number) })),
  );
  return {
    ...question,
    groups: whole.flatMap(({ row, detail }) => {
      const { density01, hourCount, firstHourSeconds, lastHourSeconds } = row;
      return detail ? [{ ...detail, density01, hourCount, firstHourSeconds, lastHourSeconds }] : [];
    }),
  };
}
