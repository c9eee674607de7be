/** Longest name of a file or folder that is made, in characters: file systems take 255 bytes. */
const longestPart = 80;
/** Deepest folder in which a file is put. */
const deepest = 12;

/** Names that Windows keeps for itself. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The path under which a file that somebody gives is kept in a case: never out of its folder, never
 * a dot file, nothing that a file system refuses. Null where nothing of the name is left.
 *
 *     ../../.ssh\key: 1.txt    →    ssh/key- 1.txt
 */
export function safeName(given: string): string | null {
  const parts = given
    .normalize("NFC")
    .split(/[/\\]/)
    .map(safePart)
    .filter((part) => part !== "");
  const [file] = parts.slice(-1);
  if (file === undefined) return null;
  return [...parts.slice(0, -1).slice(0, deepest), file].join("/");
}

function safePart(part: string): string {
  const plain = part
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[<>:"|?*]/g, "-")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  const named = reserved.test(plain) || plain === "node_modules" ? `_${plain}` : plain;
  const dot = named.lastIndexOf(".");
  const extension = dot > 0 && named.length - dot <= 12 ? named.slice(dot) : "";
  return (
    [...named.slice(0, named.length - extension.length)].slice(0, longestPart).join("") + extension
  );
}

/** The nth name for a file whose name is taken: `a.txt`, `a-2.txt`, `a-3.txt`. */
export function otherName(file: string, nth: number): string {
  if (nth === 1) return file;
  const dot = file.lastIndexOf(".");
  const at = dot > file.lastIndexOf("/") + 1 ? dot : file.length;
  return `${file.slice(0, at)}-${nth}${file.slice(at)}`;
}
