import { Parser } from "htmlparser2";
import { type Proof, proofSchema } from "./proof.ts";

/** A passage as a page shows it, with the text around it that is shown, too. */
export type ShownPassage = {
  /** The document's number in the page. */
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
};

/** What a page says of itself; null where it is no report, or one that was made before reports could be verified. */
export function readPage(
  page: string,
): { readonly proof: Proof; readonly passages: readonly ShownPassage[] } | null {
  const passages: ShownPassage[] = [];
  let json = "";
  let isProof = false;
  let open: (ShownPassage & { part: "before" | "text" | "after" }) | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "script") isProof = attributes.id === "proof";
        const at = /^(\d+):(\d+)-(\d+)$/.exec(attributes["data-at"] ?? "");
        if (name === "figure" && at) {
          const [document = 0, start = 0, end = 0] = at.slice(1).map(Number);
          open = { ...{ document, start, end, before: "", text: "", after: "" }, part: "before" };
        } else if (name === "mark" && open) open = { ...open, part: "text" };
      },
      ontext(text) {
        if (isProof) json += text;
        if (open) open = { ...open, [open.part]: open[open.part] + text };
      },
      onclosetag(name) {
        if (name === "script") isProof = false;
        if (name === "mark" && open) open = { ...open, part: "after" };
        if (name === "blockquote" && open) {
          const { part: _part, ...passage } = open;
          passages.push(passage);
          open = null;
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(page);
  const proof = proofSchema.safeParse(parsed(json));
  return proof.success ? { proof: proof.data, passages } : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
