import { type Findings, type Question, questions } from "../compare/findings.ts";
import { type Address, parseAddress } from "../document/address.ts";
import type { Chosen, ChosenItem } from "../document/chosen.ts";
import { formatDate, formatInstant, withoutMarks } from "../document/in-words.ts";
import type { PlacedJudgement } from "../document/judgement.ts";
import type { SpreadQuestion, WholeGroups } from "../spread/answer.ts";
import { type Carried, carriedBlock, carriedLabel, carriedMethods } from "./html/carried.ts";
import { contextOf, quoted, type ReportContext } from "./html/context.ts";
import { type Html, html } from "./html/escape.ts";
import { type AsShown, filtersInWords } from "./html/filters.ts";
import { judgedMarks, judgedSection } from "./html/judged.ts";
import { documentsSection, manifestSection, titleFacts } from "./html/made.ts";
import { pageOf } from "./html/page.ts";
import { answered, asked, firstRows, rowsOf } from "./html/questions.ts";
import { groupBlock, groupLabel, spreadMethod, spreadQuestionAt } from "./html/spread.ts";
import type { ReportDocument, ReportRun } from "./html.ts";
import { proofOf } from "./verify/proof.ts";

/** Where a whole view is chosen, so many of its rows are shown, and it is said how many there are. */
const mostRows = 25;

export type ChosenRun = ReportRun & {
  /** What is asked of posts by the items, answered; absent where a question could not be. */
  readonly spread: ReadonlyMap<string, WholeGroups>;
  /** What else of posts stands at the items' addresses; absent where it is not found. */
  readonly carried: ReadonlyMap<string, Carried>;
  /** What people said of the marks of the case, in order of time. */
  readonly judgements: readonly PlacedJudgement[];
  /** The findings without the marks that were rejected; null where none is. */
  readonly reviewed: Findings | null;
  /** What the workbench shows of a whole view under the filters of its address. */
  readonly asShown: AsShown;
  /** When the page is made, an instant. */
  readonly madeAt: string;
};

/** What an item can be looked up in. */
type Answers = Pick<
  ChosenRun,
  "case" | "documents" | "findings" | "spread" | "carried" | "asShown"
>;

/** The views on posts. */
type OfPosts = "spread" | Carried["view"];

const postMethods = { spread: spreadMethod, ...carriedMethods };

/** What stands at a place, for a report. */
type Shown = {
  readonly label: string;
  /** The question that it answers; null for what stands in a document. */
  readonly question: Question | OfPosts | null;
  readonly body: (context: ReportContext) => Html;
};

/** What stands at an address, in a line; null where nothing does that a report can show. */
export function labelAt(run: Answers, address: string): string | null {
  return shownAt(run, address)?.label ?? null;
}

/** The key under which an answer on posts is handed over. */
export function spreadKey({ on, windowSeconds }: SpreadQuestion): string {
  return `${on} ${windowSeconds}`;
}

/**
 * One page with what a user chose, in their order and with their words, and with what vouches for
 * it: the passages, the documents they stand in, how each answer is made, and the run. What is no
 * longer found is named.
 */
export function renderChosen(run: ChosenRun, chosen: Chosen): string {
  const whole = contextOf(run.case, run.documents);
  const cited = new Set<string>();
  const judged = new Set<PlacedJudgement>();
  const context: ReportContext = {
    ...whole,
    judged: judgedMarks(run.judgements, (one) => judged.add(one)),
    number: (id) => {
      cited.add(id);
      return whole.number(id);
    },
  };
  const items = chosen.items.map((item) => ({
    item,
    shown: shownAt(run, item.address),
    reviewed: run.reviewed && shownAt({ ...run, findings: run.reviewed }, item.address),
  }));
  const sections = items.map(({ item, shown, reviewed }, at) => {
    // A single thing was chosen for its passages; of a whole view the reader opens what they want.
    const own = { ...context, isOpen: parseAddress(item.address).path.length > 0 };
    const found = shown ? bodyOf(own, shown) : notFound;
    const left = run.reviewed && shown ? (reviewed ? bodyOf(own, reviewed) : leftOut) : found;
    const isSame = left.markup === found.markup;
    const body = isSame ? found : bothWays(found, left);
    return { isSame, html: section(item, shown, body, at + 1) };
  });
  const isBoth = sections.some(({ isSame }) => !isSame);
  const main = html`${sections.map((one) => one.html)}`;
  const used = new Set(items.flatMap(({ shown }) => shown?.question ?? []));
  const methods = html`${questions.map((question) => used.has(question) && methodOf(asked[question]))}${ofPosts.map((view) => used.has(view) && methodOf(postMethods[view]))}`;
  const shown = run.documents.filter(({ card }) => cited.has(card.id));
  const authors = [...new Set([...judged].map(({ author }) => author))].sort();
  return pageOf(
    { title: chosen.title || run.case.title, isChosen: true },
    html`${titleFacts(context, run.manifest, [
      ["Case", run.case.title],
      ["Made", `${formatInstant(run.madeAt)} (UTC)`],
      ["Judged by", authors.join(", ")],
    ])}${paragraphs(chosen.introduction)}
${isBoth ? asSwitch(chosen.as) : asFound(run.judgements)}<nav aria-label="Contents">${items.map(
      ({ item, shown }, at) =>
        html`<a class="item" href="#item-${at + 1}">${shown?.label ?? item.label}</a> `,
    )}${run.judgements.length > 0 && html`<a href="#judged">What was judged</a> `}<a href="#documents">Documents</a> <a href="#manifest">How it was made</a></nav>
`,
    html`${main}
${judgedSection(
  run.judgements.filter((one) => judged.has(one)),
  run.judgements,
  (id) => documentLink(context, id),
)}<section id="method"><h2>How to read it</h2>
<p>What stands in this report was chosen; the whole comparison holds more.</p>
${methods}</section>
${documentsSection(context, shown)}
${manifestSection(run.manifest)}`,
    proofOf("chosen", run.manifest, shown, whole.number),
  );
}

function section(item: ChosenItem, shown: Shown | null, body: Html, at: number): Html {
  return html`<section id="item-${at}" class="item"><h2>${shown?.label ?? item.label}</h2>
${paragraphs(item.note)}
${body}</section>
`;
}

const notFound = html`<p>This is no longer found in the case: its documents or the way in which they are read have changed since it was chosen.</p>`;
const leftOut = html`<p>As reviewed nothing is left of this: all marks that it was found by were rejected.</p>`;

function bodyOf(context: ReportContext, { question, body }: Shown): Html {
  return body(question && !isOfPosts(question) ? { ...context, question } : context);
}

/** Both stand in the page; its reader chooses which is seen, without a script. */
function bothWays(found: Html, reviewed: Html): Html {
  return html`<div class="as-found"><p class="note"><b>As found.</b> As reviewed this reads otherwise.</p>
${found}</div>
<div class="as-reviewed"><p class="note"><b>As reviewed.</b> What was rejected here is left out; it stands under <a href="#judged">What was judged</a>.</p>
${reviewed}</div>
`;
}

function asSwitch(as: Chosen["as"]): Html {
  return html`<fieldset class="as"><legend>This report is shown</legend><label><input type="radio" name="as" id="as-found"${as === "found" && checked}> as found</label> <label><input type="radio" name="as" id="as-reviewed"${as === "reviewed" && checked}> as reviewed</label></fieldset>
<p class="as-found note">It is shown as found: also marks that editors rejected stand here, each with its judgement.</p>
<p class="as-reviewed note">It is shown as reviewed: marks that somebody rejected and nobody confirmed are left out. They are listed under <a href="#judged">What was judged</a>.</p>
`;
}

const checked = html` checked`;

/** Where both are the same, no switch: it is said why. */
function asFound(judgements: readonly PlacedJudgement[]): Html | false {
  return (
    judgements.length > 0 &&
    html`<p class="note">Nothing that was rejected is shown here: as found and as reviewed are the same.</p>
`
  );
}

function documentLink(context: ReportContext, id: string): Html | string {
  const card = context.document(id)?.card;
  return card
    ? html`<b>${card.sourceName}</b>, <a href="#document-${context.number(id)}">document ${context.number(id)}</a>`
    : id;
}

const ofPosts = ["spread", "reach", "pile-ons"] as const satisfies readonly OfPosts[];

function isOfPosts(question: Question | OfPosts): question is OfPosts {
  return Object.hasOwn(postMethods, question);
}

function methodOf({ question, method }: { question: string; method: string }): Html {
  return html`<h3>${question}</h3><p>${method}</p>
`;
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => html`<p class="words">${part.trim()}</p>`);
}

function shownAt(run: Answers, written: string): Shown | null {
  const address = parseAddress(written);
  const { view, path, query } = address;
  const carried = run.carried.get(written);
  if (carried)
    return {
      label: carriedLabel(carried),
      question: carried.view,
      body: () => carriedBlock(carried),
    };
  if (view === "reader") return inDocument(run.documents, path[0] ?? "", query.at);
  if (view === "spread") return inPosts(run.spread, address);
  const question = questions.find((one) => one === view);
  if (!question) return null;
  const row = rowAt(run, question, address);
  if (row === null) return null;
  const { label, findings, all, leftOf } = row;
  return {
    label,
    question,
    body: (context) =>
      html`${
        leftOf !== null &&
        html`<p class="note">The filters leave ${all} of ${leftOf}.</p>
`
      }${answered(context, question, findings)}${
        all > rowsOf(question, findings) &&
        html`<p class="note">The first ${rowsOf(question, findings)} of ${all} are shown here.</p>`
      }`,
  };
}

/**
 * The findings without all but what is chosen. `all` counts the rows that there are; `leftOf` of how
 * many filters leave these, null where they leave all.
 */
type Row = {
  readonly label: string;
  readonly findings: Findings;
  readonly all: number;
  readonly leftOf: number | null;
};

function rowAt(run: Answers, question: Question, { path, query }: Address): Row | null {
  const { findings } = run;
  const [id] = path;
  // Sourcing has no rows of its own to choose: what is chosen there stands among the others.
  if (id === undefined || question === "sourcing") return wholeOf(run, question, query);
  const only = <T extends { readonly id: string }>(
    rows: readonly T[],
    label: (row: T) => string,
    put: (rows: readonly T[]) => Partial<Findings>,
  ): Row | null => {
    const found = rows.find((row) => row.id === id);
    if (!found) return null;
    return {
      label: label(found),
      findings: { ...findings, ...put([found]) },
      all: 1,
      leftOf: null,
    };
  };
  switch (question) {
    case "claims":
      return only(
        findings.claims,
        ({ statement }) => withoutMarks(statement),
        (claims) => ({ claims }),
      );
    case "figures":
      return only(
        findings.figures,
        ({ what, unit, place, edtf }) =>
          [what, unit === what ? null : unit, place, edtf && formatDate(edtf)]
            .filter(Boolean)
            .join(", "),
        (figures) => ({ figures }),
      );
    case "wording":
      return (
        only(
          findings.wording.rows,
          ({ concept }) => `In which words: ${concept}`,
          (rows) => ({
            wording: { rows, contrasts: [] },
          }),
        ) ??
        only(
          findings.wording.contrasts,
          () => "Words that one side uses more",
          (contrasts) => ({
            wording: { rows: [], contrasts },
          }),
        )
      );
    case "silence":
      return only(
        findings.silence,
        ({ statement }) => `Who is silent: ${withoutMarks(statement)}`,
        (silence) => ({ silence }),
      );
    case "origins":
      return only(
        findings.origins,
        () => "Copied from where",
        (origins) => ({ origins }),
      );
    case "timeline":
      return only(
        findings.timeline,
        ({ what }) => withoutMarks(what),
        (timeline) => ({ timeline }),
      );
  }
}

function wholeOf(run: Answers, question: Question, query: Address["query"]): Row {
  const { findings, chosen } = run.asShown(question, run.findings, query);
  const filters = filtersInWords(question, chosen, run.case.sides);
  const [all, whole] = [rowsOf(question, findings), rowsOf(question, run.findings)];
  return {
    label: [asked[question].question, ...filters].join(" · "),
    all,
    leftOf: all < whole ? whole : null,
    findings: firstRows(findings, mostRows),
  };
}

/** The beginning of a document is shown where no place in it is chosen, in UTF-16 code units. */
const beginning = 600;

function inDocument(
  documents: readonly ReportDocument[],
  id: string,
  at: string | undefined,
): Shown | null {
  const document = documents.find(({ card }) => card.id === id);
  if (!document) return null;
  const { card, text } = document;
  const match = /^(\d+)-(\d+)$/.exec(at ?? "");
  const start = Math.min(Number(match?.[1] ?? 0), text.length);
  const end = Math.min(Number(match?.[2] ?? beginning), text.length);
  if (start >= end) return null;
  const passage = { documentId: id, start, end, text: text.slice(start, end) };
  return {
    label: `${card.sourceName}: ${card.title ?? card.file}`,
    question: null,
    body: (context) => quoted(context, passage, { of: null }),
  };
}

function inPosts(answers: ChosenRun["spread"], { path, query }: Address): Shown | null {
  const answer = answers.get(spreadKey(spreadQuestionAt(query)));
  const group = answer?.groups.find((one) => String(one.number) === path[0]) ?? null;
  if (!answer || (path[0] !== undefined && group === null)) return null;
  return {
    label: groupLabel(answer, group),
    question: "spread",
    body: () => html`${(group ? [group] : answer.groups).map(groupBlock)}`,
  };
}

/** What the items ask of posts, each question once. */
export function spreadQuestionsOf(addresses: readonly string[]): SpreadQuestion[] {
  const asked = new Map<string, SpreadQuestion>();
  for (const { view, query } of addresses.map(parseAddress)) {
    const question = spreadQuestionAt(query);
    if (view === "spread") asked.set(spreadKey(question), question);
  }
  return [...asked.values()];
}
