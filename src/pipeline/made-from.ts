import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type LoadedCase, packFolderOf } from "../ingest/case/load.ts";
import { choosePacks, isPackFile, type Pack } from "../lexicon/pack.ts";

/** What a run was told beside the documents, by hash: with the same, the same comes out. */
export type MadeFrom = {
  /** Null where the folder has no case file. Of one that lies elsewhere, its name without its folder. */
  readonly caseFile: { readonly file: string; readonly sha256: string } | null;
  /** The wording packs that were read, in the order of their choice; files from the case's or the bundled folder. */
  readonly packs: readonly {
    readonly pack: string;
    readonly file: string;
    readonly sha256: string;
  }[];
};

/** Hashes the case file and each pack that is read. `bundled` is the folder of the packs that come along. */
export function madeFrom(
  loaded: LoadedCase | null,
  packs: ReadonlyMap<string, Pack>,
  bundled: string,
): MadeFrom {
  const chosen = loaded?.value.packs ?? [];
  const own = new Map(
    chosen.filter(isPackFile).map((file) => [basename(file).replace(/\.ya?ml$/, ""), file]),
  );
  return {
    caseFile: loaded && {
      file: loaded.isOwn ? loaded.file : basename(loaded.path),
      sha256: sha256Of(loaded.path),
    },
    packs: choosePacks(packs, chosen).map(({ pack }) => {
      const file = own.get(pack);
      const path =
        loaded && file ? join(packFolderOf(loaded), file) : join(bundled, `${pack}.yaml`);
      return { pack, file: file ?? `${pack}.yaml`, sha256: sha256Of(path) };
    }),
  };
}

function sha256Of(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
