import { didYouMean } from "../../document/nearest.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { DraftNote } from "./draft.ts";
import { type DraftRule, draftRuleIds } from "./rules.ts";

/** A mark of the writer's, as its file gives it: what follows "parallax:", and the block it is about. */
export type Mark = { readonly words: string; readonly about: Span | null };

/** What became of a mark. `problem` says why it keeps nothing; null where it keeps something. */
export type Keep<M extends Mark> = {
  readonly mark: M;
  /** As written, with the id behind it where one is given; empty where the mark names none. */
  readonly rule: string;
  readonly reason: string;
  /** Ids of the notes that it keeps. */
  readonly notes: readonly string[];
  readonly problem: string | null;
};

export type KeptNote = { readonly note: DraftNote; readonly reason: string };

export type Kept<M extends Mark> = {
  readonly notes: readonly DraftNote[];
  readonly kept: readonly KeptNote[];
  readonly keeps: readonly Keep<M>[];
};

/** How a mark is written, for whoever wrote it otherwise. */
export const keepForm = "parallax: keep RULE reason";

/**
 * Takes out the notes that their writer keeps: `keep RULE reason` keeps the notes of a rule in its
 * block, or anywhere where they are about the whole draft; `keep RULE:ID reason` keeps the one note
 * of that id, wherever it stands. A mark without a reason, of a rule that is not known, or without
 * anything to keep is told of.
 */
export function applyKeeps<M extends Mark>(
  notes: readonly DraftNote[],
  marks: readonly M[],
): Kept<M> {
  const reasons = new Map<DraftNote, string>();
  const keeps = marks.map((mark): Keep<M> => {
    const { rule, id, reason, problem } = readKeep(mark.words);
    const written = id === null ? rule : `${rule}:${id}`;
    const found = problem === null ? notes.filter((note) => isMeant(note, rule, id, mark)) : [];
    for (const note of found) if (!reasons.has(note)) reasons.set(note, reason);
    const place = id === null ? "in its paragraph" : `with the id ${id}`;
    return {
      mark,
      rule: written,
      reason,
      notes: [...new Set(found.map((note) => note.id))],
      problem:
        problem ??
        (found.length > 0
          ? null
          : `keeps nothing: there is no note of ${rule} ${isOfWhole(rule) && id === null ? "on the draft" : place} (remove it, or put it beside what it keeps)`),
    };
  });
  return {
    notes: notes.filter((note) => !reasons.has(note)),
    kept: notes.flatMap((note) => {
      const reason = reasons.get(note);
      return reason === undefined ? [] : [{ note, reason }];
    }),
    keeps,
  };
}

function readKeep(words: string): {
  readonly rule: string;
  readonly id: string | null;
  readonly reason: string;
  readonly problem: string | null;
} {
  const [, verb = "", rule = "", id = null, reason = ""] =
    /^(\S+)(?:\s+([\w-]+)(?::(\w+))?(?:\s+(.*))?)?$/s.exec(words) ?? [];
  const read = { rule, id, reason };
  if (verb.toLowerCase() !== "keep")
    return { ...read, problem: `not understood: "${words}" (write ${keepForm})` };
  if (rule === "") return { ...read, problem: `names no rule (write ${keepForm})` };
  if (!isRule(rule))
    return {
      ...read,
      problem: `there is no rule ${rule}${didYouMean(rule, draftRuleIds) || ` (known: ${draftRuleIds.join(", ")})`}`,
    };
  if (reason === "")
    return { ...read, problem: `gives no reason (write ${keepForm}: it is listed with the note)` };
  return { ...read, problem: null };
}

export function isRule(name: string): name is DraftRule {
  return (draftRuleIds as readonly string[]).includes(name);
}

/** Rules whose notes are about what a whole draft lacks. */
function isOfWhole(rule: string): boolean {
  return rule === "side-not-quoted" || rule === "missing-claim";
}

/** As many characters of an id are enough to name it. */
const shortestId = 4;

function isMeant(note: DraftNote, rule: string, id: string | null, { about }: Mark): boolean {
  if (note.rule !== rule) return false;
  if (id !== null) return id.length >= shortestId && note.id.startsWith(id.toLowerCase());
  return note.span === null || (about !== null && overlaps(note.span, about));
}
