import { type Because, type Cue, type Setting, sentences, words } from "../explanation.ts";
import type { Label } from "./wording.ts";

/** Why words are a label, what its pack notes of it, and whose words they are. */
export function explainLabel(found: Label, setting: Setting): Because {
  const { text, lexicon } = setting;
  const { label, concept, pack, voice, start, end } = found;
  const row = lexicon.packs
    .get(pack)
    ?.concepts.find((one) => one.concept === concept)
    ?.labels.find((one) => one.label === label);
  const by = voice === "own" || voice === "scare" ? undefined : setting.saidAt(found);
  const scare = voice === "scare" ? setting.scareQuotesAt(found)[0] : undefined;
  const cues: Cue[] = [{ start, end, role: "label" }];
  for (const { start: from, end: to } of by?.cue ?? [])
    cues.push({ start: from, end: to, role: "cue" });
  for (const { start: from, end: to } of by?.source ?? [])
    cues.push({ start: from, end: to, role: "source" });
  if (scare) cues.push({ start: scare.start, end: scare.end, role: "in quotation marks" });
  const written = text.slice(start, end).toLowerCase();
  return {
    because: sentences(
      found.rule.endsWith("/names")
        ? `The pack “${pack}” knows it for a name of “${concept}” by the phrases around it in this text.`
        : `The pack “${pack}” lists “${label}” under “${concept}”${written === label ? "" : `; ${words(text, found)} is a form of it`}.`,
      row?.note && `It notes: ${row.note}.`,
      row?.loadedFor && `At home in the telling of ${row.loadedFor}.`,
      whoseWord(),
      found.negated && "It is negated.",
    ),
    cues,
    parameters: {
      pack: `${pack}.yaml`,
      ...(row ? { source: row.source } : {}),
    },
  };

  function whoseWord(): string {
    if (voice === "own")
      return "Neither quotation marks nor a speaker stand over it: it is the writer's own word.";
    if (voice === "scare")
      return `It stands in quotation marks without a speaker${scare ? `: ${words(text, scare)}` : ""}.`;
    if (by?.sourceName) return `It stands in the words of ${by.sourceName}.`;
    return by ? "It stands in what somebody says." : "It stands in quotation marks.";
  }
}
