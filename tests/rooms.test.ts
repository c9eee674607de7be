import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

/** Which rooms each room of src/ may import: the table of CONTRIBUTING.md. */
const may: Readonly<Record<string, readonly string[]>> = {
  document: [],
  lexicon: ["document"],
  ingest: ["document"],
  read: ["document", "lexicon"],
  store: ["document", "read"],
  compare: ["document", "lexicon", "read", "store"],
  spread: ["document", "store"],
  pipeline: ["document", "lexicon", "ingest", "read", "store", "compare", "spread"],
  report: ["document", "read", "store", "compare", "spread"],
  serve: [
    "document",
    "lexicon",
    "ingest",
    "read",
    "store",
    "compare",
    "spread",
    "pipeline",
    "report",
  ],
  web: ["document", "serve"],
  cli: [
    "document",
    "lexicon",
    "ingest",
    "read",
    "store",
    "compare",
    "spread",
    "pipeline",
    "report",
    "serve",
  ],
};
const rooms = Object.keys(may);

test("the linter catches every import that the rooms forbid, and no other", () => {
  const folder = mkdtempSync(join(tmpdir(), "rooms-"));
  try {
    const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync("biome.json", "utf8"));
    writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
    for (const room of rooms) {
      mkdirSync(join(folder, "src", room, "inner"), { recursive: true });
      writeFileSync(
        join(folder, "src", room, "inner", "planted.ts"),
        "export const planted = 1;\n",
      );
      for (const other of rooms.filter((one) => one !== room))
        writeFileSync(
          join(folder, "src", room, "inner", `imports-${other}.ts`),
          `export { planted } from "../../${other}/inner/planted.ts";\n`,
        );
    }
    const biome = resolve("node_modules/.bin/biome");
    const { stdout } = spawnSync(
      biome,
      ["lint", "--only=style/noRestrictedImports", "--reporter=json", "--max-diagnostics=none"],
      { cwd: folder, encoding: "utf8" },
    );
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: readonly { location: { path: string | { file: string } } }[];
    };
    const caught = diagnostics.map(({ location: { path } }) =>
      (typeof path === "string" ? path : path.file).replaceAll("\\", "/").replace(/^.*src\//, ""),
    );
    const forbidden = rooms.flatMap((room) =>
      rooms
        .filter((other) => other !== room && !may[room]?.includes(other))
        .map((other) => `${room}/inner/imports-${other}.ts`),
    );
    expect([...caught].sort()).toEqual([...forbidden].sort());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
