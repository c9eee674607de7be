import type { Stance } from "../../serve/types.ts";

/** In the order in which several stances of one source are shown: what is said before what is not. */
export const stances: readonly Stance[] = ["asserts", "attributes", "denies", "silent", "unknown"];
