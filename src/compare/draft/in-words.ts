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

/** The declared sides in the order of the case, then those of none. */
export function sideNames({ sides }: Case): readonly { id: string | null; name: string }[] {
  return [
    ...sides.map(({ id, name }) => ({ id, name })),
    { id: null, name: sides.length === 0 ? "the sources" : "the unaligned" },
  ];
}
