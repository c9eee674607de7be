import { withoutTraces } from "./collector-traces.ts";
import type { Mapped, PostFormat } from "./format.ts";
import { platformOf } from "./platforms.ts";
import { at, textOf } from "./values.ts";
import { mapOther } from "./zeeschuimer-other.ts";
import { mapX } from "./zeeschuimer-x.ts";

/**
 * What the browser extension Zeeschuimer exports: one JSON value a line, with the platform's own
 * record under `data`. 4CAT's export of the same has the platform's record outside and
 * Zeeschuimer's marks under `__import_meta`.
 */
export const zeeschuimer: PostFormat = {
  name: "zeeschuimer",
  container: "json-lines",
  recognises: ({ text, records }) =>
    records.length > 0 ? records.some(isCaptured) : beginsCaptured.test(text.slice(0, 4096)),
  map,
  withoutTraces,
};

/** A first record that is longer than the sample. */
const beginsCaptured = /^\s*\{[^{]{0,2000}"source_platform"\s*:\s*"/;

function isCaptured(record: unknown): boolean {
  return capture(record) !== null;
}

function capture(record: unknown): { platform: string; item: unknown; itemId: unknown } | null {
  const platform = textOf(at(record, "source_platform"));
  if (platform && at(record, "data") !== undefined)
    return { platform, item: at(record, "data"), itemId: at(record, "item_id") };
  const marks = at(record, "__import_meta");
  const marked = textOf(at(marks, "source_platform"));
  return marked ? { platform: marked, item: record, itemId: at(marks, "item_id") } : null;
}

function map(record: unknown): Mapped {
  const found = capture(record);
  if (!found)
    return {
      unmapped: {
        message: "no `source_platform` and `data`, which all records of Zeeschuimer have",
        mend: "if the file is of another format, name it with --format",
      },
    };
  const platform = platformOf(found.platform) ?? found.platform;
  return platform === "x"
    ? mapX(found.item, found.itemId)
    : mapOther(found.item, { platform, itemId: found.itemId });
}
