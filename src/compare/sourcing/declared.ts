import type { Case } from "../../document/case.ts";

/** A name that the case file declares, and the first name of whom it declares. */
export type DeclaredName = {
  readonly id: string;
  /** The source of the case that it is, or that bears the same name. */
  readonly sourceId: string | null;
  readonly name: string;
  readonly form: string;
  readonly kind: string | null;
};

/** All names of the case file. */
export function declaredNames({ actors, sources }: Case): DeclaredName[] {
  const sourceIds = new Map(
    sources.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((form): [string, string] => [plainName(form), id]),
    ),
  );
  return [
    ...actors.map(({ id, names, kind }) => ({
      id: `actor ${id}`,
      sourceId: names.flatMap((name) => sourceIds.get(plainName(name)) ?? [])[0] ?? null,
      names,
      kind,
    })),
    ...sources.map(({ id, name, aliases, kind }) => ({
      id: `source ${id}`,
      sourceId: id,
      names: [name, ...aliases],
      kind,
    })),
  ].flatMap(({ names, ...own }) =>
    names.map((form) => ({ ...own, name: names[0] ?? form, form: form.toLowerCase() })),
  );
}

export type FindDeclared = (name: string) => DeclaredName | undefined;

/**
 * Makes the function that tells whom a quoted name means: a declared name alone, after a title ("union
 * chair Lena Marsh") or before what explains it ("Dario Venn, spokesman for the company"). Each
 * name is looked for once.
 */
export function declaredFinder(known: readonly DeclaredName[]): FindDeclared {
  const forms = known.map((declared) => ({
    declared,
    form: declared.form,
    bare: plainName(declared.form),
    isFull: declared.name.includes(" "),
  }));
  const found = new Map<string, DeclaredName | undefined>();
  return (name) => {
    if (found.has(name)) return found.get(name);
    const lower = plainName(name).replace(/[\s,;:]+$/, "");
    const own = forms.find(
      ({ declared, form, bare, isFull }) =>
        lower === form ||
        lower === bare ||
        (isFull && (lower.startsWith(`${bare}, `) || isTitled(lower, bare, declared.kind))),
    )?.declared;
    found.set(name, own);
    return own;
  };
}

const towards = "(?:of|for|from|by|in|at|with|to|and|or|near|inside|against)";
const behindTowards = new RegExp(`(?:^|\\s)${towards}(?:\\s(?:the|an?))?$`);
const holdsTowards = new RegExp(`(?:^|\\s)${towards}\\s`);

/**
 * "Union chair Lena Marsh" is Lena Marsh, and so is "minister of water Lena Marsh"; "a spokesman for the
 * Tarn Council" is not the council.
 */
function isTitled(name: string, form: string, kind: string | null): boolean {
  if (!name.endsWith(` ${form}`)) return false;
  const before = name.slice(0, -form.length - 1);
  return kind === "person" ? !behindTowards.test(before) : !holdsTowards.test(`${before} `);
}

/** In lower case without its article. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/^(the|a|an)\s+/, "");
}
