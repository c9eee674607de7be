import { z } from "zod";
import { loadYaml, wordsPath } from "./load.ts";

/**
 * What may follow a cue and be its content: a clause ("said taxes would fall"), words in
 * quotation marks, an object ("denied the report"), an infinitive ("vowed to stay"); `hearer`
 * says that somebody spoken to may come first ("told the council that …"), `rest` that whatever follows
 * is content.
 */
export type CueFrame = "clause" | "quote" | "object" | "infinitive" | "hearer" | "rest";

export type Cue = {
  readonly part: "verb" | "noun" | "adjective" | "adverb";
  readonly takes: readonly CueFrame[];
  readonly attitude: "states" | "denies" | "demands" | "believes" | "doubts" | "asks";
  readonly distancing: boolean;
  /** Words that follow the head and belong to the cue ("on" in "called on"). */
  readonly particles: readonly string[];
  /** Said to be so by nobody named when passive and without "by" ("is believed to"). */
  readonly passive: boolean;
  /** What the list notes of the words of its row. */
  readonly note: string;
};

/** `cue` options under one written form, the ones with most particles first. */
export type CueForm = {
  readonly form: "base" | "present" | "past" | "ing";
  readonly options: readonly Cue[];
};

/** Written form of the head, lower case → how it may be read. */
export type Cues = ReadonlyMap<string, readonly CueForm[]>;

const frames = z.enum(["clause", "quote", "object", "infinitive", "hearer", "rest"]);

const schema = z.strictObject({
  about: z.string(),
  source: z.string(),
  rows: z
    .array(
      z.strictObject({
        note: z.string(),
        source: z.string().optional(),
        part: z.enum(["verb", "noun", "adjective", "adverb"]).default("verb"),
        takes: z.array(frames).default([]),
        attitude: z
          .enum(["states", "denies", "demands", "believes", "doubts", "asks"])
          .default("states"),
        distancing: z.boolean().default(false),
        passive: z.boolean().default(false),
        words: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});

/**
 * Loads `lexicons/LANGUAGE/words/cues.yaml`. A word is written `announce`, or with its irregular
 * forms `say|says|said|saying` (an empty one is no cue), and may carry particles: `call on`. @throws InputError
 */
export function loadCues(directory: string, language: string): Cues {
  const { rows } = loadYaml(wordsPath(directory, language, "cues"), schema);
  const cues = new Map<string, CueForm[]>();
  for (const row of rows) {
    for (const word of row.words) {
      const [head = "", ...particles] = word.toLowerCase().split(" ");
      const { part, takes, attitude, distancing, passive, note } = row;
      const cue: Cue = { part, takes, attitude, distancing, passive, particles, note };
      for (const [form, written] of formsOf(head, part)) if (written) add(cues, written, form, cue);
    }
  }
  return cues;
}

function add(cues: Map<string, CueForm[]>, written: string, form: CueForm["form"], cue: Cue) {
  const forms = cues.get(written) ?? [];
  const same = forms.find((other) => other.form === form && other.options[0]?.part === cue.part);
  if (same) {
    const options = [...same.options, cue].sort((a, b) => b.particles.length - a.particles.length);
    forms[forms.indexOf(same)] = { form, options };
  } else forms.push({ form, options: [cue] });
  cues.set(written, forms);
}

/** Forms of a head: as written between bars, else by the regular spelling rules of English. */
export function formsOf(head: string, part: Cue["part"]): [CueForm["form"], string][] {
  const given = head.split("|");
  const base = given[0] ?? head;
  if (part === "adverb" || part === "adjective") return given.map((word) => ["base", word]);
  const present = /(?:s|x|z|ch|sh)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  if (part === "noun")
    return [
      ["base", base],
      ["present", given[1] ?? present],
    ];
  const doubled = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) ? base + base.at(-1) : base;
  const past = base.endsWith("e")
    ? `${base}d`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ied`
      : `${doubled}ed`;
  const ing =
    base.endsWith("e") && !base.endsWith("ee") ? `${base.slice(0, -1)}ing` : `${doubled}ing`;
  return [
    ["base", base],
    ["present", given[1] ?? present],
    ["past", given[2] ?? past],
    ["ing", given[3] ?? ing],
    ...(given[4] ? [["past", given[4]] as [CueForm["form"], string]] : []),
  ];
}
