/** Largest file that is read as one document, in bytes: about three million words. */
export const maxFileBytes = 20 * 1024 * 1024;
/** Deepest nesting of HTML elements that is read; real pages have a median of 17 and at most 52. */
export const maxHtmlDepth = 200;
/** Longest time for the extraction of one HTML page. */
export const htmlTimeLimitSeconds = 15;
/** Most memory for the extraction of one HTML page. */
export const htmlMemoryLimitMb = 512;
/** Largest part of a Word document that is unpacked, in bytes: a text of 20 MB with its markup. */
export const maxPartBytes = 64 * 1024 * 1024;
/** Most parts that a Word document may have; a long report with pictures has some hundreds. */
export const maxArchiveEntries = 10_000;
/** Deepest nesting of the elements of a Word document; tables in tables come to some dozens. */
export const maxXmlDepth = 400;
