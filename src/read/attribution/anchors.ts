import type { Cue, CueForm } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Unit } from "./units.ts";

/** A verb that is a cue, with the words that belong to it: units[from … to). */
export type Anchor = {
  readonly options: readonly Cue[];
  readonly form: CueForm["form"];
  readonly head: number;
  readonly from: number;
  readonly to: number;
  readonly passive: boolean;
  readonly negated: boolean;
  /** "to" stands before it and no verb that takes it ("a letter to denounce"). */
  readonly infinitive: boolean;
};

const beForms = new Set(["is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re"]);
const haveForms = new Set(["has", "have", "had", "having", "'ve", "'d"]);
/** Words that negate a cue. */
export const negations: ReadonlySet<string> = new Set([
  "not",
  "n't",
  "never",
  "no",
  "hardly",
  "neither",
  "nor",
]);

/** Finds the verbs of a stretch that are cues, in order. */
export function readAnchors(units: readonly Unit[], lexicon: Lexicon, headline: boolean): Anchor[] {
  const anchors: Anchor[] = [];
  for (let head = 0; head < units.length; head++) {
    const unit = units[head] as Unit;
    if (!unit.cue) continue;
    const forms = lexicon.cues.get(unit.lower);
    if (!forms) continue;
    const form = forms.find(
      (candidate) =>
        candidate.options[0]?.part === "verb" && fits(units, head, candidate.form, headline),
    );
    if (!form) continue;
    const anchor = anchorAt(units, head, form);
    if (anchor.options.length > 0) anchors.push(anchor);
  }
  return anchors;
}

/** Is the word a verb here? Tags are right nine times in ten; the neighbours decide the rest. */
function fits(
  units: readonly Unit[],
  head: number,
  form: CueForm["form"],
  headline: boolean,
): boolean {
  const { pos, lower } = units[head] as Unit;
  const before = units[head - 1];
  const after = units[head + 1];
  if (before?.lower === "'s" && form === "base") return false;
  if (form === "past") {
    const adjective =
      before !== undefined &&
      /^(DET|ADP|ADJ)$/.test(before.pos) &&
      !isSubject(before) &&
      /^(NOUN|PROPN|ADJ)$/.test(after?.pos ?? "");
    return !adjective && before?.lower !== "-" && pos !== "NOUN" && (pos !== "PROPN" || headline);
  }
  if (form === "ing") return pos === "VERB" && before?.pos !== "DET";
  if (pos === "VERB")
    return before === undefined || !/^(DET|ADP)$/.test(before.pos) || isSubject(before);
  if (form === "present" && headline && before?.pos === "PROPN") return lower.endsWith("s");
  // "the union claims that": tagged as a noun, but a clause or an infinitive follows.
  if (form === "present") {
    if (before?.pos === "PROPN") {
      if (after === undefined || /^[.,:]$/.test(after.lower))
        return units[0]?.pos === "QUOTE" || head <= 3;
      return /^(that|to|“.?)$/.test(after.lower);
    }
    return (
      before?.pos === "NOUN" && (/^(that|to)$/.test(after?.lower ?? "") || after?.pos === "QUOTE")
    );
  }
  if (before?.lower === "to" && before.pos === "PART") return true;
  // "some call it ruin"
  if (before && isSubject(before) && /^(PRON|DET)$/.test(after?.pos ?? "")) return true;
  // "records show.", "polls show that": a plural before, and no other verb.
  if (before?.pos !== "NOUN" || !before.lower.endsWith("s")) return false;
  if (after === undefined || /^(that|[.,])$/.test(after.lower)) return true;
  const verbBefore = units.slice(0, head).some((unit) => unit.pos === "VERB" || unit.pos === "AUX");
  return !verbBefore && /^(DET|PRON|PROPN|ADJ|SCONJ)$/.test(after.pos);
}

/** Determiners that can stand alone as the subject ("some call it …"). */
function isSubject(unit: Unit): boolean {
  return /^(some|many|both|others|all|several|most|few|that|this|these|those)$/.test(unit.lower);
}

function anchorAt(units: readonly Unit[], head: number, { form, options }: CueForm): Anchor {
  let from = head;
  let negated = false;
  let passive = false;
  let infinitive = false;
  let nearest = "";
  for (let at = head - 1; at >= Math.max(0, head - 10); at--) {
    const { lower, pos } = units[at] as Unit;
    if (negations.has(lower)) negated = true;
    else if (beForms.has(lower) || haveForms.has(lower) || pos === "AUX") {
      if (nearest === "") nearest = beForms.has(lower) ? "be" : "other";
    } else if (lower === "to" && at === from - 1) {
      const verb = units[at - 1];
      if (verb?.pos === "VERB" && at - 1 > 0) at--;
      else if (verb?.lower === "on" && /^(go|goes|went|going)$/.test(units[at - 2]?.lower ?? ""))
        at -= 2;
      else infinitive = true;
    } else if (pos !== "ADV") break;
    if (infinitive && lower !== "to") break;
    from = at;
    if (infinitive) break;
  }
  if (form === "past" && nearest === "be") passive = true;
  let to = head + 1;
  const usable = options.filter((cue) => particlesAt(units, head + 1, cue.particles));
  const longest = usable[0]?.particles.length ?? 0;
  if (longest > 0) to = head + 1 + longest;
  return {
    options: longest > 0 ? usable.filter((cue) => cue.particles.length === longest) : usable,
    form,
    head,
    from,
    to,
    passive,
    negated,
    infinitive,
  };
}

function particlesAt(units: readonly Unit[], from: number, particles: readonly string[]): boolean {
  return particles.every((word, index) => units[from + index]?.lower === word);
}
