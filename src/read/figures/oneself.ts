import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Token } from "../sentences/prose.ts";
import { isReflexive } from "./reflexives.ts";
import { casualties, placeFrom, type Single } from "./single.ts";

/** How far before "himself" it is told what was done, in tokens. */
const reach = 24;

/**
 * Somebody who killed or shot himself: one of the dead or hurt, whom no article counts.
 *
 *     He killed his wife and himself.        before turning the gun on himself        took her own life
 *                            ^^^^^^^                                   ^^^^^^^             ^^^^^^^^^^^^
 */
export function readOneself(
  tokens: readonly Token[],
  { counted }: Pick<Lexicon, "counted">,
): Single[] {
  const found: Single[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const { lower } = tokens[at] as Token;
    if (isReflexive(lower)) {
      const what = tokens[at + 1]?.lower === "-" ? null : doneToSelf(tokens, at, counted);
      if (what !== null) found.push({ ...placeFrom(tokens, at, at, 1, -1), what, rule: "oneself" });
    } else if (lower === "own" && tokens[at + 1]?.lower === "life" && isTaken(tokens, at - 2)) {
      const place = placeFrom(tokens, at - 1, at + 1, 1, -1);
      found.push({ ...place, what: "killed", rule: "oneself" });
    }
  }
  return found;
}

/** "took her own life", not "threatened to take her own life" */
function isTaken(tokens: readonly Token[], at: number): boolean {
  return /^(?:took|takes|taken|taking)$/.test(tokens[at]?.lower ?? "");
}

/** What somebody did to himself: killed, shot; null for anything else. */
function doneToSelf(
  tokens: readonly Token[],
  at: number,
  counted: Lexicon["counted"],
): string | null {
  const turned = isGunTurned(tokens, at);
  let from = at - 1;
  if (!turned) {
    const own = doneBy(tokens, from, counted);
    if (own !== null) return own;
    if (tokens[from]?.lower === "then" || tokens[from]?.lower === "finally") from--;
    const link = tokens[from]?.lower;
    if (link !== "," && link !== "and" && link !== "&" && from === at - 1) return null;
  }
  for (let back = from; back >= 0 && back >= at - reach; back--) {
    const done = doneBy(tokens, back, counted);
    if (done !== null) return done;
    if (tokens[back]?.lower === ";" || tokens[back]?.lower === ":") break;
    // "killed two and hid himself": another verb is done to himself.
    if (!turned && tokens[back]?.pos === "VERB") return null;
  }
  return turned ? "shot" : null;
}

/** How far behind "shot" it is told that it was fatal, in tokens. */
const fatalReach = 9;

/** What the verb at `at` tells to be done, fatally or not; null where it is only meant to be. */
function doneBy(tokens: readonly Token[], at: number, counted: Lexicon["counted"]): string | null {
  const token = tokens[at];
  const sense = counted.get(token?.lower ?? "");
  if (sense?.of !== "done" || !casualties.has(sense.as)) return null;
  if (/^(?:kill|shoot|murder|wound|injure|hurt)$/.test(token?.lower ?? "")) return null;
  if (sense.as !== "shot") return sense.as;
  // "shot and killed", "shot his two sons dead"
  const fatal =
    tokens[at - 1]?.lower === "fatally" ||
    tokens.slice(at + 1, at + fatalReach).some((one) => /^(?:dead|death|killed)$/.test(one.lower));
  return fatal ? "killed" : "shot";
}

const weapons = new Set(["gun", "weapon", "rifle", "shotgun", "pistol", "handgun", "knife", "it"]);

/** "turned the gun on himself" */
function isGunTurned(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.lower !== "on" || !weapons.has(tokens[at - 2]?.lower ?? "")) return false;
  for (let back = at - 3; back >= 0 && back >= at - 6; back--)
    if (/^turn(?:ed|s|ing)$/.test(tokens[back]?.lower ?? "")) return true;
  return false;
}
