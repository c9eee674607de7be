import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A stretch of a document that gold says speaks of one thing; offsets into the document's text. */
export type GoldMention = {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly chain: string;
};

/** The documents of one event, in the set's own order. */
export type GoldEvent = {
  readonly event: string;
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  /** Sorted by document, start, end; a stretch that speaks of two things stands twice. */
  readonly mentions: readonly GoldMention[];
};

/** Below the shared folder. */
export const newsWclFile = "data/wording/newswcl50-dev.conll.gz";

/**
 * Reads NewsWCL50 in CoNLL columns (document, sentence, token, word, chains): texts are set together
 * again from the words, one line a sentence.
 */
export function readNewsWcl(shared: string): GoldEvent[] {
  const lines = gunzipSync(readFileSync(join(shared, newsWclFile)))
    .toString("utf8")
    .split("\n");
  const documents = new Map<string, { text: string; open: Map<string, number[]> }>();
  const mentions = new Map<string, GoldMention>();
  let sentence = "";
  for (const line of lines) {
    const [name, number, , word, chains] = line.split("\t");
    if (name === undefined || number === undefined || word === undefined) continue;
    let document = documents.get(name);
    if (!document) {
      document = { text: "", open: new Map() };
      documents.set(name, document);
    }
    if (sentence !== `${name} ${number}`) {
      if (document.text !== "") document.text += "\n";
      sentence = `${name} ${number}`;
    }
    const written = word.trim() === "\\n" ? "" : word.trim();
    const glued =
      document.text === "" ||
      /[\s($“[‘]$|[\p{L}\p{N}]-$/u.test(document.text) ||
      isClosing(written);
    if (written !== "" && !glued) document.text += " ";
    const start = document.text.length;
    document.text += written;
    for (const part of (chains ?? "-").split("|").map((one) => one.trim())) {
      if (part === "-" || part === "") continue;
      const chain = part.replace(/^\(|\)$/g, "");
      const open = document.open.get(chain) ?? [];
      document.open.set(chain, open);
      if (part.startsWith("(")) open.push(start);
      if (!part.endsWith(")")) continue;
      const from = open.pop();
      const end = document.text.length;
      if (from === undefined || from >= end) continue;
      mentions.set([name, from, end, chain].join("|"), {
        documentId: name,
        start: from,
        end,
        chain,
      });
    }
  }
  const events = groupByEvent([...documents]);
  return [...events].map(([event, own]) => {
    const names = own.map(([id]) => id);
    return {
      event,
      documents: own.map(([id, { text }]) => ({ id, text })),
      mentions: [...mentions.values()]
        .filter(({ documentId }) => names.includes(documentId))
        .sort(
          (a, b) =>
            names.indexOf(a.documentId) - names.indexOf(b.documentId) ||
            a.start - b.start ||
            a.end - b.end ||
            (a.chain < b.chain ? -1 : 1),
        ),
    };
  });
}

/** Written straight behind the word before it. */
function isClosing(word: string): boolean {
  return /^(?:-|[.,;:!?%)\]”’]|['’](?:s|re|ve|d|ll|m|t)?|n['’]t)$/i.test(word);
}

function groupByEvent<T>(documents: readonly [string, T][]): Map<string, [string, T][]> {
  const events = new Map<string, [string, T][]>();
  for (const document of documents) {
    const event = document[0].split("/")[0] ?? "";
    const own = events.get(event);
    if (own) own.push(document);
    else events.set(event, [document]);
  }
  return events;
}
