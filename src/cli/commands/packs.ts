import { didYouMean } from "../../document/nearest.ts";
import {
  choosePacks,
  isPackFile,
  loadPack,
  loadPacks,
  type Pack,
  packNames,
} from "../../lexicon/pack.ts";
import { lexiconsFolder } from "../../pipeline/root.ts";
import { CliError, exitCodes, type Run } from "../command.ts";

/** `parallax packs [NAME or FILE]`: the wording packs of English, or what is in one. */
export const run: Run = async ({ positionals: [wanted] }, io) => {
  if (wanted !== undefined && isPackFile(wanted)) {
    io.out(`${packInFull(loadPack(wanted))}\n`);
    return exitCodes.ok;
  }
  const packs = loadPacks(lexiconsFolder(), "en");
  if (wanted === undefined) {
    io.out(`${[...packs.values()].map(packInShort).join("\n")}\n`);
    return exitCodes.ok;
  }
  const found = packNames(packs).includes(wanted) ? choosePacks(packs, [wanted]) : [];
  if (found.length === 0)
    throw new CliError(
      `there is no pack "${wanted}"${didYouMean(wanted, packNames(packs)) || ` (known: ${packNames(packs).join(", ")})`}`,
      exitCodes.usage,
    );
  io.out(`${found.map(packInFull).join("\n\n")}\n`);
  return exitCodes.ok;
};

/** `territory      Words for … (4 concepts, 33 labels; group conflict)` */
function packInShort({ pack, about, group, concepts }: Pack): string {
  const labels = concepts.reduce((sum, one) => sum + one.labels.length, 0);
  const counts = `${concepts.length} concepts, ${labels} labels${group ? `; group ${group}` : ""}`;
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
