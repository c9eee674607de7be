import { keptOfBroken, notUtf8 } from "./container.ts";
import type { Unmapped } from "./format.ts";
import type { JsonPlace, JsonValue } from "./json-values.ts";
import { createFrames, type Frame } from "./json-values-frames.ts";
import { parseJson } from "./parse-json.ts";
import { isWellFormed, wellFormed } from "./well-formed.ts";

export type Scanner = {
  /** Records that end in this piece of the file. */
  readonly push: (piece: string) => readonly JsonValue[];
  /** What is left when the file ends. */
  readonly end: () => readonly JsonValue[];
  /** Whether the JSON broke off, so that nothing after it can be read. */
  readonly isBroken: () => boolean;
};

/** Longest key, and longest field of an enclosing object, that is kept, in UTF-16 code units. */
const longestField = 4096;
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
const byteOrderMark = 0xfeff;

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
  readonly parts: string[];
  length: number;
};

/** Finds where records begin and end by brackets and quotes; only records and fields are decoded. */
export function createScanner(places: readonly JsonPlace[], maxLength: number): Scanner {
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

  function push(piece: string): readonly JsonValue[] {
    found = [];
    let at = 0;
    while (at < piece.length && !isBroken) at = open ? within(piece, at, open) : between(piece, at);
    return found;
  }

  /** Goes on in an open value; returns where it ends, or the piece does. */
  function within(piece: string, from: number, value: Open): number {
    // The walk over every letter of the file: no variable of the closure is touched in it.
    let [levels, inText, escaped, lines] = [depth, isText, isEscaped, 0];
    const bare = isBare;
    let at = from;
    let isDone = false;
    while (at < piece.length && !isDone) {
      const code = piece.charCodeAt(at);
      if (bare && !inText && endsBare(code)) break;
      at++;
      if (code === newline) lines++;
      if (escaped) escaped = false;
      else if (inText) {
        if (code === backslash) escaped = true;
        else if (code === quote) {
          inText = false;
          isDone = levels === 0;
        }
      } else if (code === quote) inText = true;
      else if (code === openObject || code === openArray) levels++;
      else if (code === closeObject || code === closeArray) isDone = --levels === 0;
    }
    [depth, isText, isEscaped] = [levels, inText, escaped];
    line += lines;
    keep(value, piece, from, at);
    if (isDone || at < piece.length) close(value);
    return at;
  }

  function keep(value: Open, piece: string, from: number, to: number): void {
    const room = value.limit - value.length;
    if (room > 0 && to > from) value.parts.push(piece.slice(from, Math.min(to, from + room)));
    value.length += to - from;
  }

  function close(value: Open): void {
    open = null;
    isBare = false;
    const isWhole = value.length <= value.limit;
    expected = value.kind === "key" ? "colon" : "comma or end";
    if (value.kind === "record") found.push(isWhole ? recordOf(value) : tooLong(value));
    else if (value.kind === "key") frames.key(isWhole ? fieldOf(value) : null);
    else if (value.kind === "field" && isWhole) frames.field(fieldOf(value));
    if (value.kind !== "key" && frames.isTop()) expected = "value";
  }

  /** One letter between values: white space, punctuation, or the first letter of a value. */
  function between(piece: string, at: number): number {
    const code = piece.charCodeAt(at);
    if (code === newline) line++;
    if (code <= 0x20 || (!isBegun && code === byteOrderMark)) return at + 1;
    isBegun = true;
    const isEnd =
      (code === closeObject && (expected === "key or end" || expected === "comma or end")) ||
      (code === closeArray && (expected === "member or end" || expected === "comma or end"));
    const frame = frames.top();
    if (isEnd && frame && frame.isArray === (code === closeArray)) {
      frames.leave();
      expected = frames.isTop() ? "value" : "comma or end";
      return at + 1;
    }
    if (expected === "comma or end" && code === comma) {
      expected = frame?.isArray ? "value" : "key";
      return at + 1;
    }
    if (expected === "colon" && code === colon) {
      expected = "value";
      return at + 1;
    }
    if ((expected === "key" || expected === "key or end") && code === quote) {
      begin("key", longestField, code);
      return at;
    }
    if ((expected === "value" || expected === "member or end") && beginsValue(code))
      return enter(code, at, frame);
    isBroken = true;
    found.push(
      broken(line, "", {
        message: `not valid JSON: "${String.fromCharCode(code)}" where ${names[expected]} should stand`,
        mend: again,
      }),
    );
    return at;
  }

  /** Steps into a container that holds records somewhere, or takes the value as a whole. */
  function enter(code: number, at: number, frame: Frame | undefined): number {
    const place = frames.place();
    if (place.isRecord) {
      begin("record", maxLength, code);
      return at;
    }
    const isContainer = code === openObject || code === openArray;
    if (isContainer && place.leadsOn) {
      frames.enter(code === openArray, place);
      expected = code === openArray ? "member or end" : "key or end";
      return at + 1;
    }
    const isField = !isContainer && frame !== undefined && frames.wants();
    begin(isField ? "field" : "other", isField ? longestField : 0, code);
    return at;
  }

  function begin(kind: Open["kind"], limit: number, code: number): void {
    open = { kind, line, limit, parts: [], length: 0 };
    depth = 0;
    isText = false;
    isEscaped = false;
    isBare = code !== quote && code !== openObject && code !== openArray;
  }

  function recordOf(value: Open): JsonValue {
    const text = value.parts.join("");
    if (!isWellFormed(text)) return broken(value.line, text, notUtf8);
    const read = readJson(text);
    if (!read) return broken(value.line, text, noJson);
    const fields = frames.fields();
    const { line } = value;
    const { value: record, mended } = read;
    if (!fields) return { line, raw: text, mended, value: record, broken: null };
    const raw = `{"within":${JSON.stringify(fields)},"record":${text}}`;
    return { line, raw, mended, value: { within: fields, record }, broken: null };
  }

  function tooLong({ line, parts }: Open): JsonValue {
    return broken(line, parts.join(""), {
      message: `longer than ${maxLength.toLocaleString("en")} characters, so only its beginning is kept`,
      mend: "look whether a bracket or a quote is missing in it; if it is not a post, remove it",
    });
  }

  function end(): readonly JsonValue[] {
    found = [];
    if (isBroken) return found;
    if (open && isBare && frames.isTop()) close(open);
    else if (open?.kind === "record")
      found.push(
        broken(open.line, open.parts.join(""), {
          message: "the file ends in the middle of a record",
          mend: again,
        }),
      );
    else if (open || !frames.isTop())
      found.push(broken(line, "", { message: "the file ends before its JSON does", mend: again }));
    return found;
  }

  return { push, end, isBroken: () => isBroken };
}

const noJson: Unmapped = {
  message: "not valid JSON: it is broken within",
  mend: "export it again; the other records are read",
};

function broken(line: number, text: string, unmapped: Unmapped): JsonValue {
  const raw = wellFormed(text.slice(0, keptOfBroken));
  return { line, raw, mended: 0, value: null, broken: unmapped };
}

/** The value of a text, and how many of its escapes were mended; null for what is no JSON. */
function readJson(text: string): { value: unknown; mended: number } | null {
  try {
    return { value: JSON.parse(text), mended: 0 };
  } catch {
    // Most records need no mending, and parsing is the quickest way to know.
  }
  try {
    const value = parseJson(text);
    const escapes = text.match(/\\(?:x[0-9a-f]{2}|.)/gis) ?? [];
    return { value, mended: escapes.filter((written) => /^\\[x']/i.test(written)).length };
  } catch {
    return null;
  }
}

function fieldOf({ parts }: Open): unknown {
  return readJson(parts.join(""))?.value;
}

function beginsValue(code: number): boolean {
  return (
    code === openObject ||
    code === openArray ||
    code === quote ||
    code === 0x2d ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a)
  );
}

function endsBare(code: number): boolean {
  return code <= 0x20 || code === comma || code === closeObject || code === closeArray;
}
