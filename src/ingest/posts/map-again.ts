import type { PostRecord } from "../../document/post.ts";
import { problem } from "../problem.ts";
import { notUtf8 } from "./container.ts";
import type { PostFormat } from "./format.ts";
import { parseJson } from "./parse-json.ts";

/** A record as it was kept: `message` and `mend` say why it was no post, where it was none. */
export type RawRecord = {
  readonly line: number;
  readonly raw: string;
  readonly message: string | null;
  readonly mend: string | null;
};

/** Maps a kept record anew. One that was broken in its file stays as it is. */
export function mapAgain(file: string, kept: RawRecord, format: PostFormat): PostRecord {
  const { line, raw, message, mend } = kept;
  const value = message === notUtf8.message ? null : wholeRecord(raw);
  if (value === null)
    return { line, raw, post: null, problem: problem(file, message ?? "", mend ?? "", line) };
  const mapped = format.map(value);
  const gone = mapped.gone ? { gone: mapped.gone } : {};
  if ("post" in mapped) return { line, raw, post: mapped.post, problem: null, ...gone };
  const { message: wrong, mend: toDo } = mapped.unmapped;
  return { line, raw, post: null, problem: problem(file, wrong, toDo, line), ...gone };
}

/** The record's value; null where it is no whole record: a row that was cut, a text, a list of fields. */
function wholeRecord(raw: string): unknown {
  try {
    const value = parseJson(raw);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
