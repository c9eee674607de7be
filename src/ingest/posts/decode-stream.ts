import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { undecoded } from "./well-formed.ts";

/**
 * Decodes bytes that come in pieces: UTF-8, or UTF-16 with a byte order mark, which is left out. A
 * line with bytes that are not UTF-8 has lone surrogates in their place, so that its records can be
 * told by well-formed.ts; all other lines are as they were.
 */
export async function* decodeStream(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let utf16: TextDecoder | null = null;
  let begun = false;
  for await (const piece of bytes) {
    if (utf16) {
      yield utf16.decode(piece, { stream: true });
      continue;
    }
    let all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    if (!begun) {
      // A mark may come in two pieces.
      if (all.length < 3) {
        rest = all;
        continue;
      }
      begun = true;
      utf16 = utf16Decoder(all);
      if (utf16) {
        yield utf16.decode(all, { stream: true });
        continue;
      }
      if (all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf) all = all.subarray(3);
    }
    const end = wholeCharacters(all);
    rest = all.subarray(end);
    if (end > 0) yield decodePiece(all.subarray(0, end));
  }
  if (utf16) yield utf16.decode();
  else if (rest.length > 0) yield decodePiece(rest);
}

function utf16Decoder(bytes: Buffer): TextDecoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be");
  return null;
}

/** Where the last character ends that is whole: a character has at most four bytes. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function decodePiece(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  // No character of several bytes has a byte that is a line's end.
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, end);
    const text = line.toString("utf8");
    lines.push(isUtf8(line) ? text : text.replaceAll("\ufffd", undecoded));
    start = end;
  }
  return lines.join("");
}
