// A reading thread for tests: it hangs, throws, eats memory or ends where a text begins so.
import { serveReader } from "../../src/pipeline/serve-reader.ts";
import { createReader } from "../../src/read/read.ts";

const traps: Readonly<Record<string, () => void>> = {
  HANG: () => {
    for (;;);
  },
  THROW: () => {
    throw new Error("trapped");
  },
  EAT: () => {
    const eaten: unknown[] = [];
    for (;;) eaten.push(new Array(10_000).fill({}));
  },
  EXIT: () => process.exit(1),
};

serveReader((lexicon, options) => {
  const read = createReader(lexicon, options);
  return (document) => {
    for (const [start, spring] of Object.entries(traps))
      if (document.text.startsWith(start)) spring();
    return read(document);
  };
});
