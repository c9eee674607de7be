import { readdirSync } from "node:fs";
import { join } from "node:path";
import { didYouMean } from "../../document/nearest.ts";
import {
  choosePacks,
  isPackFile,
  loadPack,
  loadPacks,
  type Pack,
  packNames,
} from "../../lexicon/pack.ts";
import { lexiconsFolder, packageRoot } from "../../pipeline/root.ts";
import { CliError, exitCodes, type Run } from "../command.ts";

/** `parallax packs [NAME or FILE]`: the wording packs of English, or what is in one. */
export const run: Run = async ({ positionals: [wanted] }, io) => {
  if (wanted !== undefined && isPackFile(wanted)) {
    io.out(`${packInFull(loadPack(wanted))}\n`);
    return exitCodes.ok;
  }
  const packs = loadPacks(lexiconsFolder(), "en");
  const ofExamples = packsOfExamples();
  if (wanted === undefined) {
    const lines = [...packs.values()].map((pack) => packInShort(pack));
    for (const { path, pack } of ofExamples) lines.push(packInShort(pack, path));
    io.out(`${lines.join("\n")}\n`);
    return exitCodes.ok;
  }
  const found = packNames(packs).includes(wanted)
    ? choosePacks(packs, [wanted])
    : ofExamples.flatMap(({ pack }) => (pack.pack === wanted ? [pack] : []));
  const known = [...packNames(packs), ...ofExamples.map(({ pack }) => pack.pack)];
  if (found.length === 0)
    throw new CliError(
      `there is no pack "${wanted}"${didYouMean(wanted, known) || ` (known: ${known.join(", ")})`}`,
      exitCodes.usage,
    );
  io.out(`${found.map(packInFull).join("\n\n")}\n`);
  return exitCodes.ok;
};

/** Packs that lie beside the case files that come along: a case names them by their path. */
function packsOfExamples(): { readonly path: string; readonly pack: Pack }[] {
  const folder = join(packageRoot(), "examples");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith(".yaml") && file !== "case.yaml")
        .map((file) => ({
          path: `examples/${name}/${file}`,
          pack: loadPack(join(folder, name, file)),
        })),
    );
}

/** `territory      Words for … (4 concepts, 33 labels; group conflict)` */
function packInShort({ pack, about, group, concepts }: Pack, path?: string): string {
  const labels = concepts.reduce((sum, one) => sum + one.labels.length, 0);
  const counts = [
    `${concepts.length} concepts, ${labels} labels`,
    ...(group ? [`group ${group}`] : []),
    ...(path ? [`in ${path}`] : []),
  ].join("; ");
  return `${pack.padEnd(14)} ${about} (${counts})`;
}

function packInFull({ pack, about, concepts }: Pack): string {
  return [
    `${pack}: ${about}`,
    ...concepts.flatMap(({ concept, labels, names }) => [
      "",
      concept,
      ...(names ? ["  (the names that the texts give)"] : []),
      ...labels.map(({ label, loadedFor, note }) =>
        `  ${label.padEnd(24)} ${loadedFor ? `[${loadedFor}] ` : ""}${note ?? ""}`.trimEnd(),
      ),
    ]),
  ].join("\n");
}
