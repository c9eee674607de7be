import type { Question } from "../../compare/findings.ts";
import { formatInstant } from "../../document/in-words.ts";
import {
  byMark,
  type MarkName,
  markKey,
  type PlacedJudgement,
  standingOf,
} from "../../document/judgement.ts";
import { overlaps, type Span } from "../../document/span.ts";
import { type Html, html } from "./escape.ts";

/** What people said of the marks that a page shows. */
export type JudgedMarks = {
  readonly of: (mark: MarkName) => readonly PlacedJudgement[];
  /** Of the readings in a passage on which the answer to a question rests; null: of every mark there. */
  readonly within: (
    passage: Span & { readonly documentId: string },
    question: Question | null,
  ) => readonly PlacedJudgement[];
};

export const nothingJudged: JudgedMarks = { of: () => [], within: () => [] };

/** The kinds of readings that each answer rests on. */
const restsOn: Readonly<Record<Question, readonly string[]>> = {
  claims: ["attributions"],
  figures: ["figures"],
  wording: ["wording"],
  silence: ["attributions"],
  sourcing: ["attributions", "references"],
  origins: [],
  timeline: ["dates"],
};

/** Looks judgements up by mark and by place; `seen` is told of each that is shown. */
export function judgedMarks(
  judgements: readonly PlacedJudgement[],
  seen: (one: PlacedJudgement) => void,
): JudgedMarks {
  const marks = byMark(judgements);
  const byDocument = new Map<string, PlacedJudgement[]>();
  for (const one of judgements)
    if (one.mark !== null && one.place) {
      const list = byDocument.get(one.place.documentId);
      if (list) list.push(one);
      else byDocument.set(one.place.documentId, [one]);
    }
  const shown = (list: readonly PlacedJudgement[]) => {
    list.forEach(seen);
    return list;
  };
  return {
    of: (mark) => shown(marks.get(markKey(mark)) ?? []),
    within: (passage, question) =>
      shown(
        (byDocument.get(passage.documentId) ?? []).filter(
          (one) =>
            one.place !== null &&
            overlaps(one.place, passage) &&
            (question === null ||
              (one.question === "readings" && restsOn[question].includes(one.about))),
        ),
      ),
  };
}

const acts = { confirm: "Confirmed by", reject: "Rejected by", note: "Noted by" } as const;
const standings = {
  confirm: "confirmed",
  reject: "rejected",
  split: "judged differently",
  note: "noted",
} as const;

/** What several judgements of one mark come to, in a word. */
export function judgedSign(judgements: readonly PlacedJudgement[]): Html | false {
  const standing = standingOf(judgements);
  return standing !== null && html` <b class="sign ${standing}">${standings[standing]}</b>`;
}

/** Who judged a mark, when, and why. */
export function judgedLines(judgements: readonly PlacedJudgement[]): Html[] {
  return judgements.map(
    (one) => html`<p class="judged">${signed(one)}${
      one.question === "readings" && html`, of the ${kindInWords(one.about)} read here`
    }${one.note !== null && html`: <q>${one.note}</q>`}</p>
`,
  );
}

function signed({ act, author, at }: PlacedJudgement): Html {
  return html`<b>${acts[act]} ${author}</b>, ${formatInstant(at)}`;
}

/** `attributions` → `attribution` */
function kindInWords(kind: string): string {
  return kind === "scareQuotes" ? "quotation marks" : kind.replace(/s$/, "");
}

const questionsInWords: Readonly<Record<PlacedJudgement["question"], string>> = {
  claims: "Claim",
  figures: "Figure",
  wording: "Label",
  origins: "Copy of",
  readings: "Reading",
};

/** Every judgement of what a page shows, in order of time, and how many others the case has. */
export function judgedSection(
  shown: readonly PlacedJudgement[],
  all: readonly PlacedJudgement[],
  documentName: (documentId: string) => Html | string,
): Html | false {
  if (all.length === 0) return false;
  const others = all.length - shown.length;
  return html`<section id="judged"><h2>What was judged</h2>
<p>Editors judged how passages were read, not what is true. As reviewed leaves out each mark that somebody rejected and nobody confirmed.</p>
${
  shown.length > 0 &&
  html`<div class="scroll"><table class="judgements"><thead><tr><th scope="col">Judgement</th><th scope="col">What was read</th><th scope="col">Where</th></tr></thead><tbody>
${shown.map(
  (
    one,
  ) => html`<tr><td>${signed(one)}${one.note !== null && html`<br><q>${one.note}</q>`}</td><td>${questionsInWords[one.question]}: ${one.about}${
    one.says !== "" && html`<small>${one.says}</small>`
  }</td><td>${documentName(one.place?.documentId ?? one.documentId)}<br>${
    one.anchor === null ? "the document as a whole" : html`<q>${one.anchor.exact}</q>`
  }</td></tr>
`,
)}</tbody></table></div>`
}${
  others > 0 &&
  html`<p class="note">${others === 1 ? "1 other judgement of the case is" : `${others} other judgements of the case are`} of marks that are not shown here.</p>`
}</section>
`;
}
