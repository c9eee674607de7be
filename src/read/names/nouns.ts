import type { Prose, Token } from "../sentences/prose.ts";
import type { Named } from "./chains.ts";
import type { MeantReader } from "./meant.ts";
import { beside, type NameTraits } from "./words.ts";

/** So many words stand at most between "the" and its noun. */
const longestNoun = 3;

/** Nouns with "the" by which the text speaks again of somebody it has named ("the mayor"). */
export function readNouns(
  prose: Prose,
  traits: NameTraits,
  named: readonly Named[],
  meant: MeantReader,
): Named[] {
  const nouns: Named[] = [];
  const { tokens } = prose;
  if (named.length === 0) return nouns;
  const first = (named[0] as Named).to;
  for (let at = first; at < tokens.length; at++) {
    if ((tokens[at] as Token).lower !== "the") continue;
    const to = nounEnd(prose, traits, at);
    if (to === 0) continue;
    const one = meant(at, to, { quotes: [], lastSpeaker: null });
    if (!one?.byRole) continue;
    const { start } = tokens[at] as Token;
    const { end } = tokens[to - 1] as Token;
    const { kind, name, actor } = one.chain;
    nouns.push({
      start,
      end,
      kind,
      name,
      actor,
      inferred: true,
      rule: "names/noun",
      from: at,
      to,
      chain: one.chain,
    });
  }
  return nouns;
}

/** The token after the noun phrase that begins with "the" at `at`; 0 where it is none that can stand for a name. */
function nounEnd({ tokens }: Prose, traits: NameTraits, at: number): number {
  for (let end = at + 1; end <= at + longestNoun; end++) {
    const token = tokens[end];
    if (!token || token.name > 0 || !/^(?:NOUN|ADJ|NUM)$/.test(token.pos)) return 0;
    if (token.pos !== "NOUN" || tokens[end + 1]?.pos === "NOUN") continue;
    const role = (traits.beside[end] as number) & (beside.role | beside.company);
    return role ? end + 1 : 0;
  }
  return 0;
}
