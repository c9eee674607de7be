import { Parser } from "htmlparser2";
import type { Span } from "../../document/span.ts";
import { maxXmlDepth } from "../limits.ts";
import { ArchiveError } from "./archive.ts";

/** What stands in the body of a Word document. */
export type Body = {
  /** Its paragraphs, each without line breaks at its ends, parted by an empty line. */
  readonly text: string;
  /** The first paragraph in the style of a title or of a heading of the first rank. */
  readonly title: string | null;
  /** Where comments hang, by their id; spans of `text`. */
  readonly comments: ReadonlyMap<string, Span>;
};

/** Elements of which nothing is part of the text as it stands: moved away, or given a second time. */
const unread = new Set(["moveFrom", "del", "mc:Fallback"]);
const wordprocessing =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/;

type Paragraph = { text: string; style: string | null; readonly marks: CommentMark[] };
type CommentMark = { readonly id: string; readonly end: boolean; readonly at: number };

/**
 * Reads the body of a Word document (ECMA-376, part 1, chapter 17): paragraphs in their order, those
 * of tables and text boxes too. Text that is deleted under tracked changes or hidden is not read;
 * inserted text is. A tab is a space, a line break inside a paragraph a line break.
 * @throws ArchiveError where elements are nested deeper than `maxXmlDepth`.
 */
export function readBody(xml: string): Body {
  const done: Paragraph[] = [];
  const open: Paragraph[] = [];
  let depth = 0;
  let skipped = 0;
  let inText = false;
  let hidden = false;
  let inRunProperties = false;
  let name = localNames({});
  const add = (words: string): void => {
    const paragraph = open.at(-1);
    if (paragraph && skipped === 0 && !hidden) paragraph.text += words;
  };
  walkXml(xml, {
    open: (raw, attributes) => {
      depth++;
      if (depth > maxXmlDepth)
        throw new ArchiveError(`its elements are nested more than ${maxXmlDepth} deep`);
      if (depth === 1) name = localNames(attributes);
      const tag = name(raw);
      if (unread.has(tag)) skipped++;
      if (tag === "p") {
        const paragraph: Paragraph = { text: "", style: null, marks: [] };
        open.push(paragraph);
        // In the order in which they begin: a text box after the paragraph it hangs on.
        done.push(paragraph);
      } else if (tag === "pStyle") {
        const paragraph = open.at(-1);
        if (paragraph) paragraph.style = styledBy(attributes);
      } else if (tag === "r") hidden = false;
      else if (tag === "rPr") inRunProperties = true;
      else if (tag === "vanish" && inRunProperties)
        hidden = !/^(?:0|false|off)$/.test(styledBy(attributes) ?? "");
      else if (tag === "t") inText = true;
      else if (tag === "tab" && !inRunProperties) add(" ");
      else if (tag === "br" || tag === "cr") add("\n");
      else if (tag === "noBreakHyphen") add("-");
      else if (tag === "commentRangeStart" || tag === "commentRangeEnd") {
        const paragraph = open.at(-1);
        const id = attributeOf(attributes, "id");
        if (paragraph && id !== null)
          paragraph.marks.push({ id, end: tag === "commentRangeEnd", at: paragraph.text.length });
      }
    },
    text: (words) => {
      if (inText) add(words);
    },
    close: (raw) => {
      depth--;
      const tag = name(raw);
      if (unread.has(tag)) skipped--;
      if (tag === "p") open.pop();
      else if (tag === "t") inText = false;
      else if (tag === "rPr") inRunProperties = false;
      else if (tag === "r") hidden = false;
    },
  });
  return assemble(done);
}

/** The words of every comment, by its id. */
export function readComments(xml: string): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  let name = localNames({});
  let id: string | null = null;
  let inText = false;
  let depth = 0;
  walkXml(xml, {
    open: (raw, attributes) => {
      if (depth++ === 0) name = localNames(attributes);
      const tag = name(raw);
      if (tag === "comment") id = attributeOf(attributes, "id");
      else if (tag === "t") inText = true;
      else if (tag === "p" && id !== null && comments.has(id))
        comments.set(id, `${comments.get(id)} `);
    },
    text: (words) => {
      if (inText && id !== null) comments.set(id, (comments.get(id) ?? "") + words);
    },
    close: (raw) => {
      const tag = name(raw);
      if (tag === "t") inText = false;
      if (tag === "comment") id = null;
    },
  });
  return comments;
}

/** The part that holds the body, as the package says; where Word writes it, else. */
export function mainPartOf(relationships: string): string {
  const targets: string[] = [];
  walkXml(relationships, {
    open: (_, { Type, Target }) => {
      if (Target && /\/officeDocument$/.test(Type ?? "")) targets.push(Target);
    },
    text: () => {},
    close: () => {},
  });
  return (targets[0] ?? "word/document.xml").replace(/^\/+/, "");
}

type Attributes = Readonly<Record<string, string>>;
type Handlers = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (words: string) => void;
  readonly close: (name: string) => void;
};

/** Entities of a document type are not expanded: they stay as they are written. */
function walkXml(xml: string, { open, text, close }: Handlers): void {
  const parser = new Parser(
    { onopentag: open, ontext: text, onclosetag: close },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

/** Makes the function that gives an element's name as Word writes it, whatever prefix was chosen. */
function localNames(root: Attributes): (raw: string) => string {
  const declared = Object.entries(root).find(
    ([key, uri]) => key.startsWith("xmlns") && wordprocessing.test(uri),
  );
  const prefix = declared ? (/^xmlns:(.+)$/.exec(declared[0])?.[1] ?? "") : "w";
  if (prefix === "") return (raw) => raw;
  const start = `${prefix}:`;
  return (raw) => (raw.startsWith(start) ? raw.slice(start.length) : raw.includes(":") ? raw : "");
}

/** `w:val="…"`, whatever the prefix. */
function styledBy(attributes: Attributes): string | null {
  return attributeOf(attributes, "val");
}

function attributeOf(attributes: Attributes, name: string): string | null {
  for (const [key, value] of Object.entries(attributes))
    if (key === name || key.endsWith(`:${name}`)) return value;
  return null;
}

function assemble(paragraphs: readonly Paragraph[]): Body {
  const texts: string[] = [];
  const starts = new Map<string, number>();
  const comments = new Map<string, Span>();
  let title: string | null = null;
  let at = 0;
  for (const { text, style, marks } of paragraphs) {
    const leading = text.length - text.trimStart().length;
    const kept = text.trim();
    for (const { id, end, at: inside } of marks) {
      const place = at + Math.min(Math.max(0, inside - leading), kept.length);
      if (!end) starts.set(id, place);
      else comments.set(id, { start: starts.get(id) ?? place, end: place });
    }
    if (kept === "") continue;
    if (title === null && /^(?:title|heading1)$/i.test(style ?? "")) title = kept;
    texts.push(kept);
    at += kept.length + 2;
  }
  return { text: texts.join("\n\n"), title, comments };
}
