import type { PostFormat } from "./format.ts";
import { fourcat } from "./fourcat.ts";
import { ioArchive } from "./io-archive.ts";
import { zeeschuimer } from "./zeeschuimer.ts";

/** The formats of posts that are read; a file is of the first one that recognises it. */
export const postFormats: readonly PostFormat[] = [zeeschuimer, ioArchive, fourcat];
