import type { Copy, ReusedText } from "../../compare/origins/origins.ts";
import { changesInWords, englishCopies, sharesInWords } from "../../document/copied-in-words.ts";
import { directionOf } from "../../document/direction.ts";
import { datesInWords, formatInstant } from "../../document/in-words.ts";
import { copyMark } from "../../document/judgement.ts";
import type { Span } from "../../document/span.ts";
import { cut, evidence, opened, quoted, type ReportContext } from "./context.ts";
import { type Html, html, plain } from "./escape.ts";
import { judgedLines, judgedSign } from "./judged.ts";

/** What a large case shows of each; `cut` says what is left out. */
const mostTexts = 200;

/** Each text that others repeat, with its copies and in which words they differ. */
export function originsSection(context: ReportContext, texts: readonly ReusedText[]): Html {
  const { shown, rest } = cut(context, texts, "origins", "texts", mostTexts);
  return html`<p class="legend">In the passages <del>words left out or replaced</del> stand beside <ins>words put in</ins>.</p>
${rest}${shown.map((text) => reused(context, text))}`;
}

function reused(context: ReportContext, text: ReusedText): Html {
  const copies = cut(context, text.copies, "origins", "copies");
  const name = nameOf(context, text.documentId);
  return html`<article data-find="${name} ${text.copies.map((copy) => nameOf(context, copy.documentId)).join(" ")}"><h3>${name} <small>${text.standing}, ${text.sources} sources</small></h3>
<p>${datesInWords(text.reason)} (<code>${text.rule}</code>).</p>
<div class="scroll"><table><thead><tr><th scope="col">Copy</th><th scope="col">Published</th><th scope="col">Share</th><th scope="col">Changed</th></tr></thead><tbody>
${copies.shown.map(
  (copy) => html`<tr><th scope="row">${nameOf(context, copy.documentId)}<small>${context.sideName(
    context.document(copy.documentId)?.card.side ?? null,
  )}</small></th><td>${formatInstant(
    context.document(copy.documentId)?.card.published ?? null,
  )}</td><td>${englishCopies.kinds[copy.kind]}: ${sharesInWords(copy)}${
    copy.via !== null && html`<small>by way of ${nameOf(context, copy.via)}</small>`
  }${copy.credit && html`<small>credits: ${copy.credit.words}</small>`}</td><td>${changesInWords(copy)}</td></tr>
<tr class="passages"><td colspan="4"><details${opened(context)}><summary>${copy.passages.length} ${
    copy.passages.length === 1 ? "passage" : "passages"
  }, side by side${judgedSign(judgedOf(context, text, copy))}</summary>${sideBySide(context, text, copy)}${judgedLines(judgedOf(context, text, copy))}</details></td></tr>
`,
)}</tbody></table></div>${copies.rest}${evidence(context, "Where they stand in the text", text.evidence)}</article>
`;
}

function judgedOf(context: ReportContext, text: ReusedText, copy: Copy) {
  return context.judged.of(copyMark(text.documentId, copy));
}

function nameOf(context: ReportContext, documentId: string): string {
  const card = context.document(documentId)?.card;
  if (!card) return documentId;
  return card.title === null ? card.sourceName : `${card.sourceName}: ${card.title}`;
}

function sideBySide(context: ReportContext, text: ReusedText, copy: Copy): Html {
  const gone = copy.changes.flatMap((change) => change.origin ?? []);
  const put = copy.changes.flatMap((change) => change.copy ?? []);
  return html`<div class="scroll"><table class="diff"><tbody>${copy.passages.map(
    (
      passage,
    ) => html`<tr><td><blockquote${direction(context, text.documentId, passage.origin)}>${marked(context, text.documentId, passage.origin, gone, "del")}</blockquote></td><td><blockquote${direction(context, copy.documentId, passage.copy)}>${marked(context, copy.documentId, passage.copy, put, "ins")}</blockquote></td></tr>
`,
  )}</tbody></table></div>${copy.evidence.slice(0, 1).map((passage) => quoted(context, passage))}`;
}

function direction(context: ReportContext, documentId: string, { start, end }: Span): Html | false {
  const document = context.document(documentId);
  const text = document?.text.slice(start, end) ?? "";
  return directionOf(text, document?.card.language) === "rtl" && html` dir="rtl"`;
}

/** A stretch of a document in which some places are marked. */
function marked(
  context: ReportContext,
  documentId: string,
  { start, end }: Span,
  places: readonly Span[],
  mark: "del" | "ins",
): Html {
  const text = context.document(documentId)?.text ?? "";
  const parts: Html[] = [];
  let at = start;
  for (const place of places) {
    if (place.start < at || place.end > end) continue;
    const words = plain(text.slice(place.start, place.end));
    parts.push(
      html`${plain(text.slice(at, place.start))}${mark === "del" ? html`<del>${words}</del>` : html`<ins>${words}</ins>`}`,
    );
    at = place.end;
  }
  return html`${parts}${plain(text.slice(at, end))}`;
}
