/**
 * How much of the published text was read. `full`: all of it. `excerpt`: a teaser, a feed entry
 * or a paywalled page: nothing may be called silent on its account.
 */
export type Completeness = "full" | "excerpt";

/** How a date or an author came to be known; `null` values have none. Never a silent guess. */
export type MetaOrigin = "case" | "json-ld" | "meta" | "time" | "url" | "visible" | "file-name";

/** One text of one source about the event, as it was kept. */
export type Document = {
  /** Stable within a case: the path from the case folder, with forward slashes. */
  readonly id: string;
  /** The file it came from: the path from the case folder, or as the user gave it. */
  readonly file: string;
  readonly format: "text" | "markdown" | "html" | "docx";
  /** SHA-256 of the bytes of the file, lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The kept text: the decoded file itself for text and Markdown, the extracted text for HTML and DOCX. */
  readonly text: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** ISO 639-1, or null where it could not be told. */
  readonly language: string | null;
  /** EDTF day, month or year, or an instant in UTC; null when unknown. */
  readonly published: string | null;
  readonly publishedFrom: MetaOrigin | null;
  readonly completeness: Completeness;
};

/** Something that could not be read or was read with a loss: shown, counted, never a stop. */
export type Problem = {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
  /** What the user can do about it. */
  readonly mend: string;
};
