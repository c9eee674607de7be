import { existsSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { checkPacks, type LoadedCase, packError, packFolderOf } from "../ingest/case/load.ts";
import { isPackFile, loadPack, type Pack, packNames } from "../lexicon/pack.ts";

/**
 * The wording packs that lie beside the case file, by name: entries of `packs` that are paths
 * (`./harbour.yaml`). The other entries must name a bundled pack or group.
 * @throws InputError for an unknown name, a missing file, a broken pack, or a name used twice.
 */
export function loadCasePacks(
  loaded: LoadedCase,
  bundled: ReadonlyMap<string, Pack>,
): ReadonlyMap<string, Pack> {
  const packs = new Map<string, Pack>();
  const chosen = loaded.value.packs ?? [];
  const folder = packFolderOf(loaded);
  checkPacks(loaded, [...packNames(bundled), ...chosen.filter(isPackFile)]);
  for (const [index, entry] of chosen.entries()) {
    if (!isPackFile(entry)) continue;
    const path = join(folder, entry);
    if (relative(folder, path).split(sep)[0] === "..")
      throw packError(loaded, index, `"${entry}" lies outside the case (copy it into it)`);
    if (!existsSync(path))
      throw packError(loaded, index, `there is no file "${entry}" (paths start at the case)`);
    const pack = loadPack(path);
    if (packNames(bundled).includes(pack.pack) || packs.has(pack.pack))
      throw packError(loaded, index, `a pack "${pack.pack}" is there already (rename yours)`);
    packs.set(pack.pack, pack);
  }
  return packs;
}

/** The files of the case that are packs and no documents, as they are listed. */
export function packFilesOf(loaded: LoadedCase | null): ReadonlySet<string> {
  if (!loaded?.isOwn) return new Set();
  return new Set((loaded.value.packs ?? []).filter(isPackFile).map((one) => posix.normalize(one)));
}
