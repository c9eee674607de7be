/** An element of an XML text with its attributes, its elements and its own text. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

const token = /<\?xml [^?]*\?>|<\/([\w:.]+)>|<([\w:.]+)((?: [\w:.]+="[^"<]*")*)(\/?)>|([^<]+)/y;
const attribute = / ([\w:.]+)="([^"<]*)"/g;
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads XML 1.0 strictly, as far as this project writes it: no comments, no CDATA, no entities but
 * the five and numbers. @throws Error where it is not well-formed
 */
export function parseXml(text: string): Element {
  const bad = forbidden.exec(text);
  if (bad) throw new Error(`a character that XML cannot hold at ${bad.index}`);
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw new Error(`not well-formed: ${text.slice(at, at + 60)}`);
    const [, end, start, attributes = "", empty, words] = found;
    const last = open.at(-1) ?? root;
    if (end !== undefined) {
      if (last.name !== end) throw new Error(`</${end}> closes <${last.name}>`);
      open.pop();
    } else if (start !== undefined) {
      const pairs = [...attributes.matchAll(attribute)].map(
        ([, key = "", value = ""]) => [key, unescaped(value)] as const,
      );
      if (new Set(pairs.map(([key]) => key)).size < pairs.length)
        throw new Error(`an attribute twice in <${start}>`);
      const element = {
        name: start,
        attributes: Object.fromEntries(pairs),
        children: [],
        text: "",
      };
      last.children.push(element);
      if (empty === "") open.push(element);
    } else if (words !== undefined) last.text += unescaped(words);
  }
  const [element] = root.children;
  if (open.length > 1 || root.children.length !== 1 || !element)
    throw new Error("not one element that is closed");
  return element;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w*))(;?)/g, (whole, number, name, close) => {
    const value = number ? String.fromCodePoint(Number(number)) : named[name];
    if (value === undefined || close !== ";") throw new Error(`no reference: ${whole}`);
    return value;
  });
}

/** All elements of a name below one. */
export function elements(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}
