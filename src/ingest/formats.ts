import type { Document } from "../document/document.ts";

const formats: Readonly<Record<string, Document["format"]>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "docx",
};

/** The format by the file's name; a name without an extension is a text; null for what is not read. */
export function formatOf(file: string): Document["format"] | null {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  if (dot <= 0) return "text";
  const extension = name.slice(dot + 1).toLowerCase();
  if (Object.hasOwn(formats, extension)) return formats[extension] ?? null;
  // `004_report.v2 final` and the like: no extension that anybody would know.
  return /^[a-z0-9]{1,12}$/.test(extension) && /[a-z]/.test(extension) ? null : "text";
}
