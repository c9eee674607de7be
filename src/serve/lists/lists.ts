import { claimList } from "./claims.ts";
import { figureList } from "./figures.ts";
import { originList } from "./origins.ts";
import { silenceList } from "./silence.ts";
import {
  anonymousList,
  chainList,
  citationList,
  sideQuotesList,
  sourcingList,
} from "./sourcing.ts";
import { timelineList } from "./timeline.ts";
import { contrastList, wordingList } from "./wording.ts";

/** Every list of findings that the workbench shows, by its address. */
export const lists = {
  claims: claimList,
  figures: figureList,
  wording: wordingList,
  contrasts: contrastList,
  silence: silenceList,
  sourcing: sourcingList,
  chains: chainList,
  sides: sideQuotesList,
  anonymous: anonymousList,
  citations: citationList,
  origins: originList,
  timeline: timelineList,
} as const;

export type ListName = keyof typeof lists;

/** What a row of each list is. */
export type RowOf<N extends ListName> = ReturnType<(typeof lists)[N]["row"]>;
