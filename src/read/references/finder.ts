import type { Prose, Sentence } from "../sentences/prose.ts";
import type { Leans } from "./leaning.ts";
import type { Reference } from "./references.ts";
import type { Run } from "./runs.ts";

/** What a finder is given of one sentence. */
export type Scene = {
  readonly prose: Prose;
  readonly sentence: Sentence;
  readonly runs: readonly Run[];
  readonly leans: Leans;
};

/** Finds the references of one kind in a sentence. */
export type Finder = {
  /** Is this a word, in lower case, at which the finder looks? */
  readonly opens: (word: string) => boolean;
  /** `starts` are the tokens of the sentence with such a word. */
  readonly find: (scene: Scene, starts: readonly number[]) => Reference[];
};
