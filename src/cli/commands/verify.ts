import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { Findings } from "../../compare/findings.ts";
import { type AnalyzedCase, allFindings } from "../../pipeline/analyze.ts";
import { manifestOf } from "../../pipeline/manifest.ts";
import { madeFromSchema } from "../../report/verify/proof.ts";
import { readPage } from "../../report/verify/read-page.ts";
import {
  type Held,
  holdFile,
  holdJson,
  holdMade,
  holdPassages,
  type Present,
} from "../../report/verify/verify.ts";
import { carriedOf, withPosts } from "../carried.ts";
import { withCase } from "../case.ts";
import { CliError, exitCodes, type Io, type Run } from "../command.ts";
import { judgementsOutput, reportOf, resultFiles } from "../write-results.ts";

const manifestFile = "manifest.json";

/** A results folder says what it was made from in its manifest. */
const manifestSchema = madeFromSchema.extend({
  tool: z.literal("parallax"),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string() })),
  outputs: z.array(z.string()),
});

/** `parallax verify REPORT --case PATH [--json]` */
export const run: Run = async ({ positionals: [result = ""], values }, io) => {
  const { case: path, "case-file": caseFile } = values;
  if (typeof path !== "string")
    throw new CliError("which case? (give --case PATH)", exitCodes.usage);
  const asked = { path, caseFile: typeof caseFile === "string" ? caseFile : undefined };
  return withCase(asked, io, async (analyzed) => {
    const findings = await allFindings(analyzed.store);
    const held = (await isFolder(result))
      ? await holdFolder(result, analyzed, { ...findings, claims: await writtenClaims() })
      : await holdPage(result, await textOf(result), analyzed, findings);
    return tell(held, values.json === true, io);

    /** As `analyze` writes them: with who carried them in posts. */
    async function writtenClaims(): Promise<Findings["claims"]> {
      const carried = await carriedOf(analyzed, io);
      return carried ? withPosts(findings.claims, carried) : findings.claims;
    }
  });
};

async function holdPage(
  name: string,
  page: string,
  analyzed: AnalyzedCase,
  findings: Findings,
): Promise<Held[]> {
  const read = readPage(page);
  if (!read)
    throw new CliError(
      `${name} does not say what it was made from (give a report that \`parallax report\` wrote, or a results folder)`,
      exitCodes.caseOrStore,
    );
  const { proof, passages } = read;
  const present = await presentOf(analyzed, findings);
  const made = holdMade(proof, proof.documents, present);
  const shown = holdPassages(proof, passages, present);
  // Of other files, or by another version, another page is made.
  const isSame = proof.page === "whole" && agrees(made);
  const whole = isSame ? [holdFile(basename(name), page, await reportOf(analyzed, findings))] : [];
  return [...made, ...shown, ...whole];
}

async function holdFolder(
  folder: string,
  analyzed: AnalyzedCase,
  findings: Findings,
): Promise<Held[]> {
  const path = join(folder, manifestFile);
  const manifest = manifestSchema.safeParse(parsed(await textOf(path)));
  if (!manifest.success)
    throw new CliError(
      `${path} is no manifest of Parallax (give the folder that \`parallax analyze --out\` wrote)`,
      exitCodes.caseOrStore,
    );
  const present = await presentOf(analyzed, findings);
  const held = holdMade(manifest.data, manifest.data.inputs, present);
  const isSame = agrees(held);
  const makers = resultFiles(analyzed, findings);
  for (const name of [manifestFile, ...manifest.data.outputs]) {
    const written = await textOf(join(folder, basename(name))).catch(() => null);
    const make = makers.get(name);
    if (written !== null && name.endsWith(".html")) {
      const read = readPage(written);
      if (read) held.push(...holdPassages(read.proof, read.passages, present));
    } else if (written !== null && name !== manifestFile)
      held.push(...holdJson(name, parsed(written), present));
    // Judgements are added while the rest stays.
    if (written === null) held.push(holdFile(name, null, ""));
    else if (make && isSame && name !== judgementsOutput)
      held.push(holdFile(name, written, await make()));
  }
  return held;
}

async function presentOf(analyzed: AnalyzedCase, findings: Findings): Promise<Present> {
  const manifest = await manifestOf(analyzed, findings);
  return {
    made: manifest,
    files: new Map(manifest.inputs.map(({ file, sha256 }) => [file, sha256])),
    texts: await analyzed.store.texts(),
  };
}

/** Differences that are listed one by one. */
const mostListed = 40;

function tell(held: readonly Held[], asJson: boolean, io: Io): number {
  const differing = held.filter(({ difference }) => difference !== null);
  const isSame = differing.length === 0;
  if (asJson) {
    const counts = Object.fromEntries(
      countsOf(held).map(([what, { all, differ }]) => [what, { agree: all - differ, differ }]),
    );
    io.out(`${JSON.stringify({ agrees: isSame, counts, differences: differing }, null, 2)}\n`);
  } else {
    for (const [what, { all, differ }] of countsOf(held))
      io.out(`${what}: ${all - differ} of ${all} agree\n`);
    for (const { what, name, difference } of differing.slice(0, mostListed))
      io.out(`≠ ${what} ${name}: ${difference}\n`);
    if (differing.length > mostListed)
      io.out(`… and ${differing.length - mostListed} more differences (--json lists all)\n`);
    io.out(
      isSame ? "Everything agrees with the case.\n" : "Not everything agrees with the case.\n",
    );
  }
  return isSame ? exitCodes.ok : exitCodes.noted;
}

function countsOf(held: readonly Held[]): [Held["what"], { all: number; differ: number }][] {
  const counts = new Map<Held["what"], { all: number; differ: number }>();
  for (const { what, difference } of held) {
    const one = counts.get(what) ?? { all: 0, differ: 0 };
    counts.set(what, one);
    one.all++;
    if (difference !== null) one.differ++;
  }
  return [...counts];
}

function agrees(held: readonly Held[]): boolean {
  return held.every(({ difference }) => difference === null);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

/** @throws CliError where it cannot be read. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
    throw new CliError(
      `${path} cannot be read (${code}: give a report, or a results folder)`,
      exitCodes.caseOrStore,
      cause,
    );
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
