import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { textCompleteness } from "../../src/ingest/completeness.ts";
import { extractHtml } from "../../src/ingest/html/extract.ts";
import { type Evaluation, f1, type Miss } from "../measure.ts";

/** Sentences of the texts, in turn, as many as a page asks for; a paragraph has four. */
const sentences = [
  "The water had risen by two metres since Monday, and the lower road was closed to lorries.",
  "Nobody had been told of it, the keeper of the lock said when he was asked in the evening.",
  "The board of the harbour met twice behind closed doors and gave out a short notice at noon.",
  "Families from three villages spent the night in the school hall, with soup from the bakery.",
  "Two engineers walked along the wall with lamps and wrote down what they saw in a grey book.",
  "A bridge that had stood since 1931 was found to lean by the width of a hand.",
  "Drivers were sent over the pass, which costs an hour in dry weather and two in snow.",
  "The mayor thanked the teachers and said that the county would pay for the blankets.",
];
const sentencesInParagraph = 4;

type Page = { id: string; excerpt: boolean; html: boolean; lines: readonly string[] };

/** Whether pages and texts are told to be excerpts: own ones, of the forms that sites use. */
export const evaluation: Evaluation = {
  name: "completeness",
  needs: [],
  async run() {
    const path = fileURLToPath(new URL("pages.txt", import.meta.url));
    const misses: Miss[] = [];
    const counts = { hits: 0, found: 0, gold: 0, right: 0 };
    const pages = readPages(readFileSync(path, "utf8"));
    for (const { id, excerpt, html, lines } of pages) {
      const read = html
        ? extractHtml(lines.map((line) => filled(line, true)).join("\n")).completeness
        : textCompleteness(lines.map((line) => filled(line, false)).join("\n\n"));
      const found = read === "excerpt";
      if (excerpt) counts.gold++;
      if (found) counts.found++;
      if (found && excerpt) counts.hits++;
      if (found === excerpt) counts.right++;
      else
        misses.push({
          kind: found ? "excerpt in vain" : "excerpt missed",
          place: id,
          detail: lines.at(-1) ?? "",
        });
    }
    const { precision, recall, f1: value } = f1(counts.hits, counts.found, counts.gold);
    return {
      metrics: [
        { name: "excerpts (F1)", value, n: counts.gold, precision, recall },
        { name: "right", value: counts.right / pages.length, n: pages.length },
      ],
      misses,
    };
  },
};

function readPages(marked: string): Page[] {
  return marked
    .split(/^=== /m)
    .slice(1)
    .map((page) => {
      const [head = "", ...lines] = page.split("\n").filter((line) => line.trim() !== "");
      const [id = "", kind, form] = head.split(" ");
      return { id, excerpt: kind === "excerpt", html: form === "html", lines };
    });
}

/** `@body 90` becomes paragraphs of at least 90 words in all. */
function filled(line: string, html: boolean): string {
  return line.replace(/@body (\d+)/, (_, least: string) => {
    const paragraphs: string[] = [];
    let words = 0;
    let next = 0;
    while (words < Number(least)) {
      const paragraph: string[] = [];
      while (paragraph.length < sentencesInParagraph && words < Number(least)) {
        const sentence = sentences[next++ % sentences.length] ?? "";
        paragraph.push(sentence);
        words += sentence.split(" ").length;
      }
      paragraphs.push(paragraph.join(" "));
    }
    return html ? paragraphs.map((one) => `<p>${one}</p>`).join("\n") : paragraphs.join("\n\n");
  });
}
