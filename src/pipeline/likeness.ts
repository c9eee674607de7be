import { clustersOf } from "../spread/similar/clusters.ts";
import { alikeShare01, bandsOf, likeness01, shinglesOf } from "../spread/similar/min-hash.ts";
import type { Likeness } from "../store/posts/alike-texts.ts";

/** When two texts are alike, for the engine that groups them. */
export const likeness: Likeness = {
  bandsOf: (words) => bandsOf(shinglesOf(words)),
  areAlike: (one, other) => likeness01(shinglesOf(one), shinglesOf(other)) >= alikeShare01,
  clusters: clustersOf,
};
