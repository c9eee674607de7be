import type { Container } from "./container.ts";
import { csvRows } from "./csv-rows.ts";
import { decodeStream } from "./decode-stream.ts";
import type { PostFormat } from "./format.ts";
import { jsonLines } from "./json-lines.ts";
import { jsonValues } from "./json-values.ts";

/** How the records of each container are read. */
export const containers: Readonly<Record<PostFormat["container"], Container>> = {
  "json-lines": (bytes) => jsonLines(decodeStream(bytes)),
  csv: (bytes) => csvRows(decodeStream(bytes)),
  json: (bytes, { places }) => jsonValues(decodeStream(bytes), places ?? []),
};
