import { Parser } from "htmlparser2";

/** The text of a short piece of HTML, with line ends for its paragraphs and breaks. */
export function plainTextOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const parts: string[] = [];
  const parser = new Parser({
    onopentagname(name) {
      if (name === "br") parts.push("\n");
    },
    ontext(text) {
      parts.push(text);
    },
    onclosetag(name) {
      if (name === "p") parts.push("\n");
    },
  });
  parser.end(html);
  return parts.join("").trim();
}
