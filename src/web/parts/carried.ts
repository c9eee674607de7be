import { texts } from "../texts.ts";

const words = texts.home;

/** Who carries a claim, in words: `side:ID` is one side alone. */
export function carriedInWords(carried: string, nameOf: (sideId: string) => string): string {
  if (carried.startsWith("side:")) return words.alone(nameOf(carried.slice("side:".length)));
  if (carried === "unaligned") return words.unaligned;
  const parts: Readonly<Record<string, string>> = words.parts;
  return parts[carried] ?? carried;
}
