import { fileURLToPath } from "node:url";

/** The project's word lists and packs. */
export const lexiconDirectory = fileURLToPath(new URL("../lexicons", import.meta.url));
