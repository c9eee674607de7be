import { createHtmlExtractor } from "../../ingest/html/extractor.ts";
import { ingest, readBytes } from "../../ingest/ingest.ts";
import { type Lexicon, loadLexicon } from "../../lexicon/lexicon.ts";
import { lexiconsFolder } from "../../pipeline/root.ts";
import { explainAll } from "../../read/explain.ts";
import { createReader, type Reader } from "../../read/read.ts";
import { problemLines } from "../case.ts";
import { exitCodes, type Run } from "../command.ts";
import { readingsJson } from "../readings-json.ts";
import { readingsList } from "../readings-list.ts";

/** `parallax read FILE...`: each file by itself, in the order given. */
export const run: Run = async ({ positionals, values }, io) => {
  const html = createHtmlExtractor();
  let lexicon: Lexicon | undefined;
  let read: Reader | undefined;
  let readable = 0;
  try {
    for (const file of positionals) {
      const source = await readBytes(file, file);
      const result =
        "bytes" in source
          ? await ingest(source, { id: file.replaceAll("\\", "/"), file }, { html })
          : { document: null, problems: [source] };
      for (const line of problemLines(result.problems)) io.err(`${line}\n`);
      const { document } = result;
      if (!document) continue;
      lexicon ??= loadLexicon(lexiconsFolder());
      read ??= createReader(lexicon);
      const readings = read(document);
      const why = values.json || values.why ? explainAll(document, readings, lexicon) : undefined;
      if (values.json && why) io.out(`${JSON.stringify(readingsJson(document, readings, why))}\n`);
      else io.out(`${readable > 0 ? "\n" : ""}${readingsList(document, readings, why)}`);
      readable++;
    }
  } finally {
    await html.close();
  }
  return readable > 0 ? exitCodes.ok : exitCodes.nothingRead;
};
