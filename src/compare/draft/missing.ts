import type { DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { withoutMarks } from "../../document/in-words.ts";
import type { Claim } from "../claims/claims.ts";
import { lookUp } from "../claims/lookup.ts";
import { type IndexedPassage, numbersOf } from "../claims/passages.ts";
import type { StatementReading } from "../claims/statement.ts";
import { compareText } from "../input.ts";
import type { Backing, DraftNote } from "./draft.ts";
import { countOf, listOf, sideNames } from "./in-words.ts";
import { type ClaimsSetting, isCarried, isSameClaim, lookUpInDraft } from "./of-claims.ts";

/** A passage carries a claim for this where it holds this share of the claim's weight: clusters are wider. */
const carriesBar = 0.5;
/** A place of the draft that holds this share of a claim's words comes near it: the claim is not missing. */
const nearBar = 0.33;
/** … or this share, where some are other words for its words. */
const otherWordsBar = 0.45;
/** Passages of a claim that are tried as its statement, and that the draft is held against. */
const mostTried = 8;
/** Claims that are looked at, those of most sources first. */
const mostClaims = 200;

/** A claim in the words of one of its passages, with the passages that hold it. */
export type Tight = {
  readonly claim: Claim;
  readonly statement: string;
  readonly carriers: ReadonlyMap<string, Carrier>;
};
type Carrier = {
  readonly card: DocumentCard;
  readonly passage: IndexedPassage;
  readonly reason: string;
};

/** Makes the function that gives a claim in its tight words, worked out once for each claim. */
export function createTighten(deps: TightenDeps): (claim: Claim) => Tight | undefined {
  const known = new Map<string, Tight | undefined>();
  return (claim) => {
    if (!known.has(claim.id)) known.set(claim.id, tighten(claim, deps));
    return known.get(claim.id);
  };
}

type TightenDeps = Pick<ClaimsSetting, "index" | "read" | "cards"> & {
  readonly passageAt: ReadonlyMap<string, number>;
};

/** Notes the claims that at least `least` sources of the case carry and to which the draft comes nowhere near. */
export function noteMissing(
  setting: ClaimsSetting,
  claims: readonly Claim[],
  least: number,
  tightened: (claim: Claim) => Tight | undefined,
): DraftNote[] {
  const tight = claims
    .filter(({ sources }) => sources >= least)
    .sort((a, b) => b.sources - a.sources || compareText(a.id, b.id))
    .slice(0, mostClaims)
    .flatMap((claim) => tightened(claim) ?? [])
    .filter(({ carriers }) => carriers.size >= least)
    // What the case file asks for is worded by its writer, whatever was found beside it.
    .sort(
      (a, b) =>
        Number(b.claim.origin === "checklist") - Number(a.claim.origin === "checklist") ||
        b.carriers.size - a.carriers.size ||
        compareText(a.claim.id, b.claim.id),
    );
  const taken: Claim[] = [];
  const missing: Tight[] = [];
  for (const one of tight) {
    if (taken.some((other) => isSameClaim(one.claim, other))) continue;
    taken.push(one.claim);
    if (!isNear(one, setting)) missing.push(one);
  }
  return missing
    .sort((a, b) => b.carriers.size - a.carriers.size)
    .map((one) => noteOf(one, setting));
}

function noteOf({ statement, carriers }: Tight, { declared }: ClaimsSetting): DraftNote {
  const told = [...carriers.values()];
  const bySide = sideNames(declared).flatMap(({ id, name }) => {
    const count = told.filter(({ card }) => card.side === id).length;
    return count === 0 ? [] : [`${count} of ${name}`];
  });
  return {
    id: shortId("missing-claim", statement),
    rule: "missing-claim",
    span: null,
    subject: withoutMarks(statement),
    reason: `${countOf(told.length, "source")} of the case carry this (${listOf(bySide)}), and no sentence of the draft comes near it.`,
    backing: told.map(({ passage, reason }): Backing => {
      const { documentId, start, end, text } = passage;
      return { documentId, start, end, text, role: reason };
    }),
    absence: null,
  };
}

/**
 * The claim in those words of it that most sources hold: a passage of a cluster may say more than
 * what brought it there. A statement of the case file stays as it is.
 */
function tighten(claim: Claim, { index, read, cards, passageAt }: TightenDeps): Tight | undefined {
  const reasons = new Map<number, string>();
  for (const { documentId, passages, reason } of claim.cells.filter(isCarried))
    for (const { start } of passages) {
      const at = passageAt.get(`${documentId}|${start}`);
      if (at !== undefined) reasons.set(at, reason);
    }
  const texts =
    claim.origin === "found"
      ? [...new Set([...reasons.keys()].map((at) => index.passages[at]?.text ?? ""))]
      : [claim.statement];
  let best: Tight | undefined;
  for (const statement of texts.sort((a, b) => a.length - b.length).slice(0, mostTried)) {
    const reading = read(statement);
    const carriers = new Map<string, Carrier>();
    for (const { passage: at, score, carries } of lookUp(index, reading, reasons.keys())) {
      const passage = index.passages[at];
      const card = cards.get(passage?.documentId ?? "");
      if (!passage || !card || score < carriesBar || carries === "near") continue;
      if (!carriers.has(card.sourceId))
        carriers.set(card.sourceId, { card, passage, reason: reasons.get(at) ?? "" });
    }
    if (!best || carriers.size > best.carriers.size) best = { claim, statement, carriers };
  }
  return best;
}

/** A name that so small a share of all sentences hold is telling: who writes of it, writes of the claim. */
const tellingNameShare = 0.05;

/**
 * Does any place of the draft come near the claim: by a telling name, or in the words of any of its
 * passages? Other names are left aside where a claim has other words: they stand all over a draft,
 * or are "the cutter" there.
 */
function isNear({ statement, carriers }: Tight, setting: ClaimsSetting): boolean {
  const texts = [statement, ...[...carriers.values()].map(({ passage }) => passage.text)];
  if (holdsTellingName(statement, setting)) return true;
  return [...new Set(texts)].slice(0, mostTried).some((text) => {
    const reading = setting.read(text);
    const words = reading.terms.filter((term) => !reading.names.has(term));
    const plain: StatementReading = {
      ...reading,
      terms: words.length > 1 ? words : reading.terms,
      names: new Set(),
      verbs: new Set(),
      dates: [],
    };
    // The same number brings a sentence near, and another one does not keep it away.
    return [reading.figures, []].some((figures) => {
      const [best] = lookUpInDraft(setting, { ...plain, figures }, false);
      const [other] = lookUpInDraft(setting, { ...plain, figures });
      return (best?.score ?? 0) >= nearBar || (other?.score ?? 0) >= otherWordsBar;
    });
  });
}

function holdsTellingName(statement: string, { read, index, from }: ClaimsSetting): boolean {
  const reading = read(statement);
  return [...numbersOf(index, reading.names)].some((name) => {
    const holders = index.postings[name] ?? [];
    const last = holders.at(-1) ?? -1;
    return last >= from && holders.length <= tellingNameShare * index.passages.length;
  });
}
