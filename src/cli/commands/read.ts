import type { Problem } from "../../document/document.ts";
import { createHtmlExtractor } from "../../ingest/html/extractor.ts";
import { ingest, readBytes } from "../../ingest/ingest.ts";
import { type Lexicon, loadLexicon } from "../../lexicon/lexicon.ts";
import { withinLimits } from "../../pipeline/limits.ts";
import { readingsOf } from "../../pipeline/packed.ts";
import { createReadPool, type ReadPool } from "../../pipeline/read-pool.ts";
import { lexiconsFolder } from "../../pipeline/root.ts";
import { explainAll } from "../../read/explain.ts";
import { createReader, type Reader } from "../../read/read.ts";
import { exitCodes, type Run } from "../command.ts";
import { problemLines } from "../problem-lines.ts";
import { readingsJson } from "../readings-json.ts";
import { readingsList } from "../readings-list.ts";

/** `parallax read FILE...`: each file by itself, in the order given, within the limits of a case. */
export const run: Run = async ({ positionals, values }, io) => {
  const html = createHtmlExtractor();
  let lexicon: Lexicon | undefined;
  let pool: ReadPool | undefined;
  let readable = 0;
  try {
    for (const file of positionals) {
      const source = await readBytes(file, file);
      const result =
        "bytes" in source
          ? await ingest(source, { id: file.replaceAll("\\", "/"), file }, { html })
          : { document: null, problems: [source] };
      for (const line of problemLines(result.problems)) io.err(`${line}\n`);
      if (!result.document) continue;
      const { document, readable: text, problems } = withinLimits(result.document);
      for (const line of problemLines(problems)) io.err(`${line}\n`);
      lexicon ??= loadLexicon(lexiconsFolder());
      pool ??= poolOf(lexicon);
      const answer = await pool.read(text);
      if ("failed" in answer) {
        for (const line of problemLines([unread(file, answer.failed)])) io.err(`${line}\n`);
        continue;
      }
      const readings = readingsOf(answer.packed);
      const why = values.json || values.why ? explainAll(document, readings, lexicon) : undefined;
      if (values.json && why) io.out(`${JSON.stringify(readingsJson(document, readings, why))}\n`);
      else io.out(`${readable > 0 ? "\n" : ""}${readingsList(document, readings, why)}`);
      readable++;
    }
  } finally {
    await Promise.all([html.close(), pool?.close()]);
  }
  return readable > 0 ? exitCodes.ok : exitCodes.nothingRead;
};

/** Reads long texts in a thread, where they can be stopped, and all others here. */
function poolOf(lexicon: Lexicon): ReadPool {
  let reader: Reader | undefined;
  const readerHere = (): Reader => {
    reader ??= createReader(lexicon);
    return reader;
  };
  return createReadPool({ lexicon, readerOptions: {}, reader: readerHere }, 0);
}

function unread(file: string, reason: string): Problem {
  return {
    file,
    line: null,
    message: `its text could not be read: ${reason}`,
    mend: "look at what it holds, or split it",
  };
}
