/** Where the reader is: a view, what is chosen in it, and how it is filtered. All in the hash. */
export type Address = {
  readonly view: string;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
};

/** `#/claims/ID/DOC?sort=carried`; ids may hold slashes and are escaped. */
export function parseAddress(hash: string): Address {
  const [path = "", search = ""] = split(hash.replace(/^#?\/?/, ""), "?");
  const [view = "", ...rest] = path
    .split("/")
    .filter((part) => part !== "")
    .map(unescapePart);
  return { view, path: rest, query: Object.fromEntries(new URLSearchParams(search)) };
}

/** The address of a place; empty and missing query values are left out. */
export function addressOf(
  view: string,
  path: readonly string[] = [],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) search.set(key, value);
  const tail = search.size > 0 ? `?${search}` : "";
  return `#/${[view, ...path].map(encodeURIComponent).join("/")}${tail}`;
}

function unescapePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}
