import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { choosePacks } from "../../lexicon/pack.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Quote, ScareQuote } from "../quotes/quotes.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import { createDenied, fit } from "./context.ts";
import { createForms, formsAt } from "./forms.ts";
import { createNamesReader, type NameUse } from "./names.ts";
import { createTold, type Told, type Voice } from "./voice.ts";

/** A label of a contested concept, found by a pack. */
export type Label = Span & {
  /** The pack row's own form ("occupied territory"), whatever the inflection in the text. */
  readonly label: string;
  readonly concept: string;
  readonly pack: string;
  /**
   * `own`: the writer's; `quoted`: inside quotation marks; `attributed`: in what somebody is
   * reported to say, in words that may be the writer's; `scare`: in scare quotes.
   */
  readonly voice: Voice;
  /** Under a negation ("not a massacre"), or in what somebody is reported to deny. */
  readonly negated: boolean;
  readonly rule: string;
};

/** What a word does: it begins a form, it frames a name. */
const begins = 1;
const frames = 2;

/**
 * Makes the function that finds the labels of the chosen packs, groups and pack files (all packs
 * when empty). The longest form that begins at a word and fits its context wins; where two packs
 * have the same form, the one whose asked-for context is met, else the pack named first.
 *
 *     The forces of the island had liberated the harbour.
 *                                  ^^^^^^^^^ liberated (control of territory), own
 */
export function createWordingReader(
  lexicon: Lexicon,
  packs: readonly string[],
): (
  prose: Prose,
  read: {
    quotes: readonly Quote[];
    attributions: readonly Attribution[];
    scareQuotes: readonly ScareQuote[];
  },
) => Label[] {
  const chosen = choosePacks(lexicon.packs, packs);
  const forms = createForms(chosen);
  const names = createNamesReader(chosen, lexicon);
  const readTraits = createTraits([
    (word) => forms.next.has(word),
    (word) => names.triggers.has(word),
  ]);
  const isDenied = createDenied(lexicon);
  return ({ text, tokens, sentences }, read) => {
    const opens = readTraits(tokens);
    const labels: Label[] = [];
    let seen = 0;
    const open: OpenSense[] = [];
    const firm = new Map<string, number>();
    const tell = createTold(read);
    for (const sentence of sentences) {
      for (let at = sentence.firstToken; at < sentence.endToken; at++) {
        const traits = opens[at] as number;
        if (traits === 0) continue;
        seen |= traits;
        if ((traits & begins) === 0) continue;
        const met = formsAt(forms, tokens, at, sentence.endToken);
        for (let longest = met.length - 1; longest >= 0; longest--) {
          const form = met[longest];
          if (!form) break;
          if (form.rows.length === 0) {
            // A phrase in which the word means something else.
            at = form.end - 1;
            break;
          }
          const fitting = fit(form, tokens, at, sentence);
          if (!fitting) continue;
          const { row } = fitting;
          if (fitting.firm) firm.set(row.subject, (firm.get(row.subject) ?? 0) + 1);
          else open.push({ subject: row.subject, index: labels.length });
          const { start } = tokens[at] as Token;
          const { end } = tokens[form.end - 1] as Token;
          const told = tell({ start, end });
          labels.push({
            start,
            end,
            label: row.label,
            concept: row.concept,
            pack: row.pack,
            voice: told.voice,
            negated: told.denied || isDenied(tokens, at, sentence),
            rule: row.rule,
          });
          at = form.end - 1;
          break;
        }
      }
    }
    const found = withoutOtherSenses(labels, open, firm, tokens.length);
    if ((seen & frames) === 0) return found;
    return withNames(found, names.read(text, tokens), createTold(read));
  };
}

/** The labels and, where no label stands, the names, in the order of the text. */
function withNames(
  labels: readonly Label[],
  names: readonly NameUse[],
  tell: (span: Span) => Told,
): Label[] {
  const all = [...labels];
  let next = 0;
  for (const name of names) {
    while (next < labels.length && (labels[next]?.end ?? 0) <= name.start) next++;
    const { voice } = tell(name);
    if ((labels[next]?.start ?? Number.POSITIVE_INFINITY) < name.end) continue;
    all.push({ ...name, voice, negated: false, rule: `wording/${name.pack}/names` });
  }
  return all.sort((a, b) => a.start - b.start);
}

/** A label whose sentence does not tell its sense, by its place among the labels. */
type OpenSense = { readonly subject: string; readonly index: number };

/** From this many labels of a subject on whose sense is sure, a text may be of that subject … */
const firmLabels = 3;
/** … and from one in so many tokens on it is. */
const tokensPerFirmLabel = 100;

/**
 * One sense per discourse (Gale, Church and Yarowsky 1992, One Sense Per Discourse): where a
 * sentence leaves open which sense a word has, it has that of the text's subject, or is no label.
 */
function withoutOtherSenses(
  labels: readonly Label[],
  open: readonly OpenSense[],
  firm: ReadonlyMap<string, number>,
  tokens: number,
): Label[] {
  const dropped = new Set<number>();
  for (const { subject, index } of open) {
    const sure = firm.get(subject) ?? 0;
    if (sure < firmLabels || sure * tokensPerFirmLabel < tokens) dropped.add(index);
  }
  return labels.filter((_, index) => !dropped.has(index));
}
