import type { JsonPlace, JsonValue } from "./json-values.ts";
import { createFrames, type Frame } from "./json-values-frames.ts";

export type Scanner = {
  /** Records that end in these bytes. */
  readonly push: (chunk: Uint8Array) => readonly JsonValue[];
  /** What is left when the file ends. */
  readonly end: () => readonly JsonValue[];
  /** Whether the JSON broke off, so that nothing after it can be read. */
  readonly isBroken: () => boolean;
};

/** Longest key, and longest field of an enclosing object, that is kept, in bytes. */
const longestField = 4096;
/** How much of a record that cannot be read is told, in bytes. */
const toldOfUnreadable = 1000;
const again = "export or save the file again; what stands before this line was read";

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const comma = 0x2c;
const colon = 0x3a;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** What may stand next between the values. */
type Expected = "value" | "member or end" | "key" | "key or end" | "colon" | "comma or end";

const names: Readonly<Record<Expected, string>> = {
  value: "a value",
  "member or end": 'a value or "]"',
  key: "a key",
  "key or end": 'a key or "}"',
  colon: '":"',
  "comma or end": "a comma or the end",
};

/** A value on the way: a record, a field or key that is needed, or what is passed over. */
type Open = {
  readonly kind: "record" | "field" | "key" | "other";
  readonly line: number;
  readonly limit: number;
  readonly parts: Uint8Array[];
  bytes: number;
};

/** Finds where records begin and end by brackets and quotes; only records and fields are decoded. */
export function createScanner(places: readonly JsonPlace[], maxRecordBytes: number): Scanner {
  const frames = createFrames(places);
  let line = 1;
  let expected: Expected = "value";
  let isBroken = false;
  let isBegun = false;
  // Inside a value that is taken as a whole.
  let open: Open | null = null;
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  let isBare = false;
  let found: JsonValue[] = [];

  function push(chunk: Uint8Array): readonly JsonValue[] {
    found = [];
    let at = 0;
    while (at < chunk.length && !isBroken) at = open ? within(chunk, at, open) : between(chunk, at);
    return found;
  }

  /** Goes on in an open value; returns where it ends, or the chunk does. */
  function within(chunk: Uint8Array, from: number, value: Open): number {
    // The walk over every byte of the file: no variable of the closure is touched in it.
    let [levels, inText, escaped, lines] = [depth, isText, isEscaped, 0];
    const bare = isBare;
    let at = from;
    let isDone = false;
    while (at < chunk.length && !isDone) {
      const byte = chunk[at] as number;
      if (bare && !inText && endsBare(byte)) break;
      at++;
      if (byte === newline) lines++;
      if (escaped) escaped = false;
      else if (inText) {
        if (byte === backslash) escaped = true;
        else if (byte === quote) {
          inText = false;
          isDone = levels === 0;
        }
      } else if (byte === quote) inText = true;
      else if (byte === openObject || byte === openArray) levels++;
      else if (byte === closeObject || byte === closeArray) isDone = --levels === 0;
    }
    [depth, isText, isEscaped] = [levels, inText, escaped];
    line += lines;
    keep(value, chunk, from, at);
    if (isDone || at < chunk.length) close(value);
    return at;
  }

  function keep(value: Open, chunk: Uint8Array, from: number, to: number): void {
    const room = value.limit - value.bytes;
    if (room > 0 && to > from) value.parts.push(chunk.subarray(from, Math.min(to, from + room)));
    value.bytes += to - from;
  }

  function close(value: Open): void {
    open = null;
    isBare = false;
    const isWhole = value.bytes <= value.limit;
    expected = value.kind === "key" ? "colon" : "comma or end";
    if (value.kind === "record") found.push(isWhole ? recordOf(value) : tooLong(value));
    else if (value.kind === "key") frames.key(isWhole ? parsed(textOf(value).text) : null);
    else if (value.kind === "field" && isWhole) frames.field(parsed(textOf(value).text));
    if (value.kind !== "key" && frames.isTop()) expected = "value";
  }

  /** One byte between values: white space, punctuation, or the first byte of a value. */
  function between(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] as number;
    if (byte === newline) line++;
    if (byte <= 0x20 || (!isBegun && isByteOrderMark(byte))) return at + 1;
    isBegun = true;
    const isEnd =
      (byte === closeObject && (expected === "key or end" || expected === "comma or end")) ||
      (byte === closeArray && (expected === "member or end" || expected === "comma or end"));
    const frame = frames.top();
    if (isEnd && frame && frame.isArray === (byte === closeArray)) {
      frames.leave();
      expected = frames.isTop() ? "value" : "comma or end";
      return at + 1;
    }
    if (expected === "comma or end" && byte === comma) {
      expected = frame?.isArray ? "value" : "key";
      return at + 1;
    }
    if (expected === "colon" && byte === colon) {
      expected = "value";
      return at + 1;
    }
    if ((expected === "key" || expected === "key or end") && byte === quote) {
      begin("key", longestField, byte);
      return at;
    }
    if ((expected === "value" || expected === "member or end") && beginsValue(byte))
      return enter(byte, at, frame);
    isBroken = true;
    found.push(
      problem(
        line,
        "",
        `not valid JSON: "${String.fromCharCode(byte)}" where ${names[expected]} should stand`,
        again,
      ),
    );
    return at;
  }

  /** Steps into a container that holds records somewhere, or takes the value as a whole. */
  function enter(byte: number, at: number, frame: Frame | undefined): number {
    const place = frames.place();
    if (place.isRecord) {
      begin("record", maxRecordBytes, byte);
      return at;
    }
    const isContainer = byte === openObject || byte === openArray;
    if (isContainer && place.leadsOn) {
      frames.enter(byte === openArray, place);
      expected = byte === openArray ? "member or end" : "key or end";
      return at + 1;
    }
    const isField = !isContainer && frame !== undefined && frames.wants();
    begin(isField ? "field" : "other", isField ? longestField : 0, byte);
    return at;
  }

  function begin(kind: Open["kind"], limit: number, byte: number): void {
    open = { kind, line, limit, parts: [], bytes: 0 };
    depth = 0;
    isText = false;
    isEscaped = false;
    isBare = byte !== quote && byte !== openObject && byte !== openArray;
  }

  function recordOf(value: Open): JsonValue {
    const { text, mended } = textOf(value);
    const fields = frames.fields();
    try {
      const record: unknown = JSON.parse(text);
      if (!fields) return { line: value.line, raw: text, mended, value: record, problem: null };
      return {
        line: value.line,
        raw: `{"within":${JSON.stringify(fields)},"record":${text}}`,
        mended,
        value: { within: fields, record },
        problem: null,
      };
    } catch {
      return problem(
        value.line,
        text.slice(0, toldOfUnreadable),
        "a record that is not valid JSON",
        "export the file again, or mend the record; the others were read",
      );
    }
  }

  function tooLong(value: Open): JsonValue {
    return problem(
      value.line,
      beginningOf(value),
      `a record of more than ${maxRecordBytes} bytes`,
      "take this record out of the file, or look whether a bracket or a quotation mark is missing in it",
    );
  }

  function end(): readonly JsonValue[] {
    found = [];
    if (isBroken) return found;
    if (open && isBare && frames.isTop()) close(open);
    else if (open?.kind === "record")
      found.push(
        problem(open.line, beginningOf(open), "the file ends in the middle of a record", again),
      );
    else if (open || !frames.isTop())
      found.push(problem(line, "", "the file ends before its JSON does", again));
    return found;
  }

  return { push, end, isBroken: () => isBroken };
}

function problem(line: number, raw: string, message: string, mend: string): JsonValue {
  return { line, raw, mended: 0, value: null, problem: { message, mend } };
}

function textOf({ parts }: Open): { text: string; mended: number } {
  return mendEscapes(Buffer.concat(parts).toString("utf8"));
}

function beginningOf({ parts }: Open): string {
  const told: Uint8Array[] = [];
  let bytes = 0;
  for (const part of parts) {
    if (bytes >= toldOfUnreadable) break;
    told.push(part.subarray(0, toldOfUnreadable - bytes));
    bytes += part.length;
  }
  return Buffer.concat(told).toString("utf8");
}

/**
 * Telegram Desktop writes control characters as `\x0B`, which no JSON reader takes:
 *
 *     "text": "first\x0Bsecond"   becomes   "text": "first\u000Bsecond"
 */
function mendEscapes(text: string): { text: string; mended: number } {
  if (!text.includes("\\x")) return { text, mended: 0 };
  let mended = 0;
  const whole = text.replace(/\\(?:x([0-9a-f]{2})|.)/gis, (written, code?: string) => {
    if (code === undefined) return written;
    mended++;
    return `\\u00${code}`;
  });
  return { text: whole, mended };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function beginsValue(byte: number): boolean {
  return (
    byte === openObject ||
    byte === openArray ||
    byte === quote ||
    byte === 0x2d ||
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a)
  );
}

function endsBare(byte: number): boolean {
  return byte <= 0x20 || byte === comma || byte === closeObject || byte === closeArray;
}

function isByteOrderMark(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}
