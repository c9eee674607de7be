import type { Problem } from "../document/document.ts";
import { problem } from "./problem.ts";

export type Decoded = { readonly text: string; readonly problem: Problem | null };

/**
 * Decodes the bytes of a text: UTF-8, or UTF-16 with a byte order mark, or the encoding that the
 * page declares; what is none of these is read as Windows-1252 and reported with its line. A byte
 * order mark stays in the text, so that offsets match the file.
 */
export function decode(bytes: Uint8Array, file: string, declared: string | null = null): Decoded {
  const utf16 = utf16Mark(bytes);
  if (utf16) return { text: strictly(bytes, utf16) ?? loosely(bytes, utf16), problem: null };
  const text = strictly(bytes, "utf-8");
  if (text !== undefined) return { text, problem: null };
  const named = declared && !/^utf-?8$/i.test(declared) ? strictly(bytes, declared) : undefined;
  if (named !== undefined) return { text: named, problem: null };
  const offset = firstInvalidOffset(bytes);
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
  return {
    text: windows1252(bytes),
    problem: problem(
      file,
      `not valid UTF-8 at byte ${offset}: read as Windows-1252, so some letters may be wrong`,
      "save the file as UTF-8",
      line,
    ),
  };
}

function utf16Mark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** The text, or undefined when the bytes are not of that encoding or the encoding is not known. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    return decoder.encoding === "windows-1252" ? windows1252(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function loosely(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** The characters of bytes 0x80 to 0x9f (WHATWG Encoding, index windows-1252). */
const upperHalf = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node's own decoder reads these 32 bytes as control characters in several versions of 20 to 23. */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => upperHalf[control.charCodeAt(0) - 0x80] ?? control);
}

/** Binary search over prefixes for the first byte that is not UTF-8. */
function firstInvalidOffset(bytes: Uint8Array): number {
  let valid = 0;
  let broken = bytes.length;
  while (broken - valid > 1) {
    const middle = (valid + broken) >> 1;
    if (isValid(bytes.subarray(0, middle), { stream: true })) valid = middle;
    else broken = middle;
  }
  // The prefix may end inside the broken character: it begins at most three bytes before.
  while (valid > 0 && !isValid(bytes.subarray(0, valid), { stream: false })) valid--;
  return valid;
}

function isValid(bytes: Uint8Array, options: { stream: boolean }): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}

/** What a DOCX is by its first bytes, and what one with a password or of an old version is. */
export const zipKind = "a ZIP archive or Office document";
export const oldOfficeKind = "an old Office document";

/** First bytes of well-known formats that are not text. */
const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  [zipKind, [0x50, 0x4b, 0x03, 0x04]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a gzip archive", [0x1f, 0x8b]],
  [oldOfficeKind, [0xd0, 0xcf, 0x11, 0xe0]],
];

/** What kind of binary file this is, or null for text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [name, signature] of signatures)
    if (signature.every((byte, index) => bytes[index] === byte)) return name;
  if (utf16Mark(bytes)) return null;
  return bytes.includes(0) ? "a binary file" : null;
}
