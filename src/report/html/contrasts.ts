import type { Contrast, ContrastWord } from "../../compare/wording/wording.ts";
import { expectedByChance, oddsInWords } from "../../document/odds-in-words.ts";
import { evidence, type ReportContext } from "./context.ts";
import { type Html, html } from "./escape.ts";

const voices: Readonly<Record<Contrast["voice"], string>> = {
  own: "in their own voice",
  others: "in what they quote or report",
};

/** Half the width of the picture beside a word, and its height. */
const halfPixels = 90;
const heightPixels = 16;

/** For each pair of sides the words that one of them uses more, each with its interval. */
export function contrastsBlock(context: ReportContext, contrasts: readonly Contrast[]): Html {
  if (contrasts.length === 0) return html``;
  return html`<h3>Words that one side uses more</h3>
<p class="soft">Log-odds with a prior from the whole case and 95 % intervals, wider where few documents hold most uses. Names, numbers and small words are left out. A word can stand here for its topic: who writes more of a thing uses its words more.</p>
${contrasts.map((contrast) => block(context, contrast))}`;
}

function block(context: ReportContext, contrast: Contrast): Html {
  const { sides, voice, totals, tested, words } = contrast;
  const names = sides.map((side) => context.sideName(side));
  const chance = `Of ${tested} words used often and widely enough to be looked at, about ${expectedByChance(tested)} would stand here by chance alone.`;
  const far = Math.max(
    0.1,
    ...words.map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high))),
  );
  return html`<article data-find="${words.map(({ word }) => word).join(" ")}"><h4>${names.join(" and ")}, ${voices[voice]}</h4>
<p class="note">${totals.map(
    (total, at) =>
      html`${at > 0 && "; "}${names[at]}: ${total.words} words in ${total.documents} documents of ${total.sources} sources`,
  )}. ${chance}</p>
${
  words.length === 0
    ? html`<p>No word stands apart from chance.</p>`
    : html`<div class="scroll"><table><thead><tr><th scope="col">Word</th>${names.map(
        (name) => html`<th scope="col">${name}</th>`,
      )}<th scope="col">By how much, and for whom</th><th scope="col" class="axis">← ${names[0]} · ${names[1]} →</th></tr></thead><tbody>
${words.map((word) => line(context, word, names, far))}</tbody></table></div>`
}</article>
`;
}

function line(
  context: ReportContext,
  word: ContrastWord,
  names: readonly string[],
  far: number,
): Html {
  const passages = word.uses.flatMap((use) => use.evidence);
  return html`<tr><th scope="row">${evidence(context, word.forms.join(", "), passages)}</th>${word.uses.map(
    (use) => html`<td>${use.count} in ${use.documents} documents</td>`,
  )}<td>${oddsInWords(word)}, ${names[word.logOdds > 0 ? 0 : 1]}</td><td class="axis">${picture(word, far)}</td></tr>
`;
}

/** The first side's words lie left. */
function picture({ logOdds, low, high }: ContrastWord, far: number): Html {
  const at = (value: number) => Math.round(halfPixels - (value / far) * (halfPixels - 6));
  const middle = heightPixels / 2;
  return html`<svg width="${2 * halfPixels}" height="${heightPixels}" aria-hidden="true"><line x1="${halfPixels}" x2="${halfPixels}" y1="0" y2="${heightPixels}" stroke="currentColor" stroke-opacity="0.4"/><line x1="${at(low)}" x2="${at(high)}" y1="${middle}" y2="${middle}" stroke="currentColor" stroke-width="2" stroke-opacity="0.6"/><circle cx="${at(logOdds)}" cy="${middle}" r="4" fill="currentColor"/></svg>`;
}
