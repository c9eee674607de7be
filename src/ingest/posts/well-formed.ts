/**
 * Stands for bytes that are no UTF-8: the first half of characters that nobody uses (U+10FC00 to
 * U+10FFFF), which decoded text has nowhere alone.
 */
export const undecoded = "\udbff";

/** Whether a text is without halves of characters, which stand where bytes were no UTF-8. */
export function isWellFormed(text: string): boolean {
  return !text.includes(undecoded) || !/\p{Surrogate}/u.test(text);
}

/** The text with U+FFFD in place of lone surrogates, as it can be written. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
