import type { DocumentCard } from "./case.ts";

/** What a source does with a claim, in the order in which several are told: what is said comes first. */
export const toldStances = ["asserts", "attributes", "denies", "silent", "unknown"] as const;
type Told = (typeof toldStances)[number];

const bits: Readonly<Partial<Record<Told, number>>> = { asserts: 1, attributes: 2, denies: 4 };
const distantBit = 8;
const silentCode = ".";
const unknownCode = "?";

/** One source's part in a claim, in short. */
export type SourceCode = {
  /** At least one, in the order of `toldStances`. */
  readonly stances: readonly Told[];
  /** It keeps its distance from what it attributes ("claims"). */
  readonly isDistant: boolean;
};

/** One character for a source's part in a claim: a row of 200 sources is then a text of 200. */
export function codeOf({ stances, isDistant }: SourceCode): string {
  const said = stances.reduce((sum, stance) => sum | (bits[stance] ?? 0), 0);
  if (said === 0)
    return stances.includes("unknown") || stances.length === 0 ? unknownCode : silentCode;
  return (said | (isDistant ? distantBit : 0)).toString(16);
}

/** What a character of `codeOf` tells; one that it does not make is unknown. */
export function readCode(code: string | undefined): SourceCode {
  if (code === silentCode) return { stances: ["silent"], isDistant: false };
  const said = code === undefined || code === unknownCode ? 0 : Number.parseInt(code, 16) || 0;
  const stances = toldStances.filter((stance) => (said & (bits[stance] ?? 0)) !== 0);
  return stances.length === 0
    ? { stances: ["unknown"], isDistant: false }
    : { stances, isDistant: (said & distantBit) !== 0 };
}

/** The sources that have documents, by id: the order of the characters of a row. */
export function sourceOrder(documents: readonly Pick<DocumentCard, "sourceId">[]): string[] {
  return [...new Set(documents.map(({ sourceId }) => sourceId))].sort();
}
