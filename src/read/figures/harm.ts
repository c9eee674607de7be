import type { Token } from "../sentences/prose.ts";
import type { Place } from "./clause.ts";

const moved = new Set(
  "taken rushed airlifted transported brought sent admitted driven flown".split(" "),
);

/** "were taken to a nearby hospital", "were rushed to hospital, where they died" */
export function toHospital(tokens: readonly Token[], at: number): string | null {
  if (!moved.has(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower !== "to") return null;
  for (let next = at + 2; next < tokens.length && next < at + 8; next++) {
    const token = tokens[next] as Token;
    if (token.pos === "VERB" || token.pos === "PUNCT") return null;
    if (!/^hospitals?$/.test(token.lower)) continue;
    const rest = tokens.slice(next + 1, next + 8).map(({ lower }) => lower);
    return rest.includes("where") && rest.some((word) => /^(?:died|dead|pronounced)$/.test(word))
      ? "killed"
      : "wounded";
  }
  return null;
}

const missiles = new Set(
  "gunfire bullet bullets gunshot gunshots shot shots shrapnel pellets buckshot".split(" "),
);

/** How far behind "hit" it is told by what, in tokens. */
const missileReach = 4;

/** "were hit by stray bullets" */
export function isHitByShots(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:hit|struck)$/.test(tokens[at]?.lower ?? "") || tokens[at + 1]?.lower !== "by")
    return false;
  for (let next = at + 2; next < tokens.length && next <= at + missileReach; next++)
    if (missiles.has(tokens[next]?.lower ?? "")) return true;
  return false;
}

const senders = new Set("send sends sent sending put puts putting land lands landed".split(" "));

/** "sent three people to the hospital", "lands two guards in hospital" */
export function isSentToHospital(
  { tokens, first, head, phraseEnd }: Place,
  people: ReadonlySet<string>,
): boolean {
  if (head >= 0 && !people.has(tokens[head]?.lower ?? "")) return false;
  const link = tokens[phraseEnd]?.lower;
  if (link !== "to" && link !== "in") return false;
  let at = phraseEnd + 1;
  while (at < phraseEnd + 4 && !/^hospitals?$/.test(tokens[at]?.lower ?? "")) at++;
  if (!/^hospitals?$/.test(tokens[at]?.lower ?? "")) return false;
  for (let back = first - 1; back >= 0 && back >= first - 4; back--)
    if (senders.has(tokens[back]?.lower ?? "")) return true;
  return false;
}

/** "lost their lives" */
export function isLossOfLife(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:lost|lose|losing)$/.test(tokens[at]?.lower ?? "") &&
    /^(?:their|his|her)$/.test(tokens[at + 1]?.lower ?? "") &&
    /^(?:lives|life)$/.test(tokens[at + 2]?.lower ?? "")
  );
}
