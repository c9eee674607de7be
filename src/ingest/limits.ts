/** Largest file that is read as one document, in bytes: about three million words. */
export const maxFileBytes = 20 * 1024 * 1024;
/** Deepest nesting of HTML elements that is read; real pages have a median of 17 and at most 52. */
export const maxHtmlDepth = 200;
/** Longest time for the extraction of one HTML page. */
export const htmlTimeLimitSeconds = 15;
/** Most memory for the extraction of one HTML page. */
export const htmlMemoryLimitMb = 512;
