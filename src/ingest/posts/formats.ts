import { bluesky, blueskyLines } from "./bluesky.ts";
import type { PostFormat } from "./format.ts";
import { fourcat } from "./fourcat.ts";
import { ioArchive } from "./io-archive.ts";
import { mastodon, mastodonLines } from "./mastodon.ts";
import { table, tableLines } from "./table.ts";
import { telegram } from "./telegram.ts";
import { zeeschuimer } from "./zeeschuimer.ts";

/** The formats of posts that are read; a file is of the first one that recognises it. */
export const postFormats: readonly PostFormat[] = [
  zeeschuimer,
  ioArchive,
  fourcat,
  telegram,
  bluesky,
  blueskyLines,
  mastodon,
  mastodonLines,
  // Last, as their columns have the commonest names.
  table,
  tableLines,
];
