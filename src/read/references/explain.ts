import { overlaps, type Span, spanAt } from "../../document/span.ts";
import { type Because, type Cue, type Setting, sentences, words } from "../explanation.ts";
import type { Reference } from "./references.ts";

/** How far from its name a word that leans on it is looked for, in characters. */
const reachCharacters = 120;

/** The rules that rest on a list, with the list. */
const lists: Readonly<Record<string, string>> = {
  "references/media-list": "outlets.yaml",
  "references/media-head": "outlets.yaml",
  "references/media-genre": "outlets.yaml",
  "references/named": "bodies.yaml",
  "references/named-act": "bodies.yaml",
  "references/act-of-a-name": "bodies.yaml",
  "references/given-out": "bodies.yaml",
  "references/numbered-law": "bodies.yaml",
  "references/title": "bodies.yaml",
  "references/paper-by": "bodies.yaml",
  "references/programme": "bodies.yaml",
  "references/work-of-a-body": "bodies.yaml",
  "references/observer": "bodies.yaml",
  "references/body-as-source": "bodies.yaml",
  "references/outside-expert": "bodies.yaml",
  "references/post": "bodies.yaml",
};

/** The rules that ask whether the text leans on the name. */
const leans = new Set([
  "references/media-list",
  "references/media-head",
  "references/media-genre",
  "references/observer",
  "references/body-as-source",
  "references/outside-expert",
]);

/** Why the text is said to lean on something: its name, and the word that leans. */
export function explainReference(reference: Reference, setting: Setting): Because {
  const { text, lexicon } = setting;
  const { start, end, rule, url } = reference;
  const cues: Cue[] = [{ start, end, role: "name" }];
  const sentence = spanAt(setting.readings.sentences, start) ?? reference;
  const lead = leans.has(rule) ? leaning(reference, sentence, setting) : undefined;
  if (lead) cues.push({ ...lead, role: "leaning" });
  const role =
    rule === "references/outside-expert"
      ? nearest(text, sentence, reference, lexicon.references.expert)
      : undefined;
  if (role) cues.push({ ...role, role: "role" });
  const list = lists[rule];
  return {
    because: sentences(
      `${words(text, reference)} is what the text leans on.`,
      role && `${words(text, role)} tells the role.`,
      lead && `${words(text, lead)} takes something from it.`,
      url && `The address is ${url}.`,
      reference.name !== text.slice(start, end) && `It is listed as “${reference.name}”.`,
    ),
    cues,
    ...(list ? { parameters: { "word list": list } } : {}),
  };
}

/** The cue of an attribution to it, else the nearest word of reporting or leading in. */
function leaning(reference: Span, sentence: Span, setting: Setting): Span | undefined {
  const { text, lexicon, sourcesAt } = setting;
  const by = sourcesAt(reference).find(({ source }) =>
    source.some((span) => overlaps(span, reference)),
  );
  const cue = by?.cue[0];
  if (cue) return { start: cue.start, end: cue.end };
  const { lead, report } = lexicon.references;
  const before = text.slice(Math.max(sentence.start, reference.start - 40), reference.start);
  for (const phrase of lead) {
    const at = before.toLowerCase().lastIndexOf(phrase);
    if (at < 0 || !/^[\s\p{P}]*(?:the|an?)?\s*$/iu.test(before.slice(at + phrase.length))) continue;
    const start = reference.start - before.length + at;
    return { start, end: start + phrase.length };
  }
  return nearest(text, sentence, reference, report);
}

function nearest(
  text: string,
  sentence: Span,
  { start, end }: Span,
  list: ReadonlySet<string>,
): Span | undefined {
  const from = Math.max(sentence.start, start - reachCharacters);
  const to = Math.min(sentence.end, end + reachCharacters);
  let best: Span | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of text.slice(from, to).matchAll(/[\p{L}\p{M}]+/gu)) {
    if (!list.has(word[0].toLowerCase())) continue;
    const span = { start: from + word.index, end: from + word.index + word[0].length };
    const apart = Math.max(span.start - end, start - span.end, 0);
    if (apart < least) {
      best = span;
      least = apart;
    }
  }
  return best;
}
