import { type Anchor, anchorOf } from "./anchor.ts";
import { formatDate } from "./in-words.ts";
import type { Span } from "./span.ts";

/** What a citation needs to know of the document that a passage stands in. */
export type Cited = {
  readonly sourceName: string;
  readonly title: string | null;
  readonly author: string | null;
  /** EDTF or an instant; null when unknown. */
  readonly published: string | null;
  readonly url: string | null;
  readonly file: string;
  readonly language: string | null;
  readonly sha256: string;
  /** When the file was last written, where that is known; an instant. */
  readonly savedAt?: string | null;
};

/** A passage in its document: what all forms of citation are made from. */
export type CitedPassage = Cited & Span & { readonly text: string };

/**
 * One line for a footnote:
 *     Ines Calder, “Wall of water hits Marl”, Delta Courier, 14 May 2031, https://…: “No warning was
 *     given.” (characters 208–229; SHA-256 1f3a…)
 */
export function plainCitation(cited: CitedPassage): string {
  const { author, title, sourceName, published, url, file, savedAt } = cited;
  const head = [
    author,
    title === null ? null : `“${onOneLine(title)}”`,
    sourceName,
    published === null ? "undated" : formatDate(published),
    url ?? file,
    savedAt ? `file of ${formatDate(savedAt)}` : null,
  ].filter((part) => part !== null && part !== "");
  const { start, end, text, sha256 } = cited;
  const words = onOneLine(text.slice(start, end));
  return `${head.join(", ")}: “${words}” (characters ${start}–${end}; SHA-256 ${sha256})`;
}

/** An entry for BibTeX and biblatex (`@online`; both take what they do not know as it is). */
export function bibtexCitation(cited: CitedPassage): string {
  const { author, title, sourceName, published, url, file, sha256, start, end, text } = cited;
  const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(published ?? "")?.[0] ?? null;
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", author === null ? null : `{${escapeBibtex(author)}}`],
    ["title", escapeBibtex(onOneLine(title ?? file))],
    ["organization", escapeBibtex(sourceName)],
    ["date", day],
    ["year", day === null ? null : day.slice(0, 4)],
    ["url", url === null ? null : url.replace(/[{}\s\\]/g, encodeURIComponent)],
    ["urldate", cited.savedAt ? cited.savedAt.slice(0, 10) : null],
    ["langid", cited.language],
    ["annotation", escapeBibtex(`“${onOneLine(text.slice(start, end))}”`)],
    ["note", escapeBibtex(`characters ${start}–${end} of ${file}, SHA-256 ${sha256}`)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = {${value}},`],
  );
  return `@online{${bibtexKey(cited)},\n${lines.join("\n")}\n}\n`;
}

/** The body of an annotation: what somebody says of a passage. */
export type AnnotationBody = {
  readonly value: string;
  readonly purpose: "commenting" | "assessing" | "describing";
};

/**
 * A W3C Web Annotation of a passage (https://www.w3.org/TR/annotation-model/, 2017) with both
 * selectors. Its positions count UTF-16 code units of the kept text, whose bytes the hash names.
 */
export function webAnnotation(
  cited: Pick<Cited, "url" | "file" | "title" | "language" | "sha256"> & {
    readonly anchor: (Anchor & { readonly end?: number }) | null;
  },
  about: {
    readonly id?: string;
    readonly created?: string;
    readonly creator?: string;
    readonly bodies?: readonly AnnotationBody[];
  } = {},
): Record<string, unknown> {
  const { url, file, title, language, sha256, anchor } = cited;
  const { id, created, creator, bodies = [] } = about;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    ...(id === undefined ? {} : { id: `urn:uuid:${id}` }),
    type: "Annotation",
    motivation: bodies.length === 0 ? "highlighting" : bodies[0]?.purpose,
    ...(created === undefined ? {} : { created }),
    ...(creator === undefined ? {} : { creator: { type: "Person", name: creator } }),
    ...(bodies.length === 0
      ? {}
      : {
          body: bodies.map(({ value, purpose }) => ({
            type: "TextualBody",
            format: "text/plain",
            purpose,
            value,
          })),
        }),
    target: {
      type: "SpecificResource",
      source: {
        id: url ?? file.split("/").map(encodeURIComponent).join("/"),
        type: "Text",
        ...(title === null ? {} : { title }),
        ...(language === null ? {} : { language }),
        digest: `sha256:${sha256}`,
      },
      ...(anchor === null
        ? {}
        : {
            selector: [
              {
                type: "TextQuoteSelector",
                exact: anchor.exact,
                prefix: anchor.prefix,
                suffix: anchor.suffix,
              },
              {
                type: "TextPositionSelector",
                start: anchor.start,
                end: anchor.end ?? anchor.start + anchor.exact.length,
              },
            ],
          }),
    },
  };
}

/** A passage as a Web Annotation, as JSON to paste. */
export function annotationCitation(cited: CitedPassage): string {
  const anchor = { ...anchorOf(cited.text, cited), end: cited.end };
  return `${JSON.stringify(webAnnotation({ ...cited, anchor }), null, 2)}\n`;
}

/** `deltacourier2031wall`: what is cited, by whom, when, and the first long word of its title. */
function bibtexKey({ sourceName, published, title, sha256 }: Cited): string {
  const plain = (words: string) =>
    words
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9 ]/g, "")
      .toLowerCase();
  const word = plain(title ?? "")
    .split(/\s+/)
    .find((one) => one.length > 3);
  const year = /^\d{4}/.exec(published ?? "")?.[0] ?? "";
  return `${plain(sourceName).replaceAll(" ", "")}${year}${word ?? sha256.slice(0, 8)}` || sha256;
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Characters that TeX would act on stand for themselves. */
function escapeBibtex(words: string): string {
  return words.replace(/[\\{}$&#%_~^]/g, (one) => special[one] ?? `\\${one}`);
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
