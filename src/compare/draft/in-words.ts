import type { Case } from "../../document/case.ts";

/** `1 source`, `3 sources`. */
export function countOf(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

/** `a, b and c`; with another separator, just parted by it. */
export function listOf(items: readonly string[], separator?: string): string {
  if (separator !== undefined || items.length < 2) return items.join(separator ?? "");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Names told in one sentence of a reason; the passages name the others. */
const mostNames = 8;

/** `a, b and c`, or `a, b, … and 12 more`. */
export function someOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  return listOf(more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names);
}

/** The declared sides in the order of the case, then those of none. */
export function sideNames({ sides }: Case): readonly { id: string | null; name: string }[] {
  return [
    ...sides.map(({ id, name }) => ({ id, name })),
    { id: null, name: sides.length === 0 ? "the sources" : "the unaligned" },
  ];
}
