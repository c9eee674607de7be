import { createHash } from "node:crypto";
import type { Backing, DraftNote } from "../compare/draft/draft.ts";
import { type DraftFile, ingestDraft } from "../ingest/draft.ts";
import { createHtmlExtractor } from "../ingest/html/extractor.ts";
import { blockAround } from "../ingest/marks.ts";
import type { CaseThread } from "../pipeline/case-thread.ts";
import type { CheckedDraft } from "../pipeline/check-text.ts";
import type { DraftAnswer, DraftNoteView, DraftOpened, DraftText } from "./types.ts";

/** So many notes are shown of one draft, and so many passages of one note. */
const mostNotes = 250;
const mostPassages = 60;
/** So many answers are remembered, for those who open a note of the last ones. */
const remembered = 4;

/** What the workbench asks of drafts. Nothing of them is written to disk. */
export type DraftDeps = {
  /** Has the case prepared, and tells at once how much of that is done, from 0 to 1. */
  readonly ready: () => Promise<{ readonly done01: number }>;
  /** Null where the text cannot be held against the case, with why. */
  readonly check: (draft: DraftText) => Promise<DraftAnswer | Unreadable>;
  /** The passages behind the note of this id; null where the draft has no such note. */
  readonly passages: (draft: DraftText, id: string) => Promise<readonly Backing[] | null>;
  readonly open: (name: string, bytes: Uint8Array) => Promise<DraftOpened | Unreadable>;
  /** A draft to try with; null where the case has none. */
  readonly example: () => Promise<DraftOpened | null>;
};

export type Unreadable = { readonly message: string; readonly mend: string };

/** Answers for drafts that are held against one case. */
export function draftAnswers(
  { ready, check }: Pick<CaseThread, "ready" | "check">,
  example: DraftDeps["example"],
): DraftDeps {
  const known = new Map<string, Promise<Asked>>();
  const ask = (draft: DraftText): Promise<Asked> => {
    const key = `${draft.format}:${draft.text}`;
    const before = known.get(key);
    const asked = before ?? askNow(draft, check);
    known.delete(key);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    if (known.size > remembered) known.delete(known.keys().next().value ?? "");
    return asked;
  };
  return {
    ready,
    example,
    check: async (draft) => {
      const asked = await ask(draft);
      return "mend" in asked ? asked : answerOf(asked.file, asked.checked);
    },
    passages: async (draft, id) => {
      const asked = await ask(draft);
      if ("mend" in asked || asked.checked.unread !== null) return null;
      const { notes, kept } = asked.checked.kept;
      const note = [...notes, ...kept.map((one) => one.note)].find((one) => one.id === id);
      return note ? note.backing.slice(0, mostPassages) : null;
    },
    open: openDraft,
  };
}

type Asked = { readonly file: DraftFile; readonly checked: CheckedDraft } | Unreadable;

async function askNow({ text, format }: DraftText, check: CaseThread["check"]): Promise<Asked> {
  const name = format === "text" ? "draft.txt" : "draft.md";
  const file = await ingestNow(name, new TextEncoder().encode(text));
  return "mend" in file ? file : { file, checked: await check(file) };
}

async function ingestNow(name: string, bytes: Uint8Array): Promise<DraftFile | Unreadable> {
  const html = createHtmlExtractor();
  try {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { draft, problems } = await ingestDraft(
      { bytes, sha256 },
      { named: name, as: name },
      { html },
    );
    if (draft) return draft;
    const [problem] = problems;
    return {
      message: problem?.message ?? "this file is not read",
      mend: problem?.mend ?? "save it as text, Markdown, HTML or a Word document",
    };
  } finally {
    await html.close();
  }
}

function answerOf(file: DraftFile, checked: CheckedDraft): DraftAnswer | Unreadable {
  if (checked.unread !== null)
    return {
      message: `${checked.unread}, so there is nothing to hold against the case`,
      mend: "drafts are read in English",
    };
  const { notes, kept, keeps } = checked.kept;
  const all = [
    ...notes.map((note) => ({ note, because: null })),
    ...kept.map(({ note, reason }) => ({ note, because: reason })),
  ];
  const seen = new Map<string, number>();
  const views = all
    .sort((a, b) => placeOf(a.note) - placeOf(b.note))
    .map(({ note, because }): DraftNoteView => {
      const { id, rule, span, subject, reason, backing, absence } = note;
      const nth = (seen.get(id) ?? 0) + 1;
      seen.set(id, nth);
      return {
        key: nth === 1 ? id : `${id}.${nth}`,
        id,
        rule,
        span,
        subject,
        reason,
        absence,
        passages: Math.min(backing.length, mostPassages),
        keep: keepOf(
          note,
          all.map((one) => one.note),
          file.document.text,
        ),
        keptBecause: because,
      };
    });
  return {
    notes: views.slice(0, mostNotes),
    more: Math.max(0, views.length - mostNotes),
    marks: keeps.map(({ mark, rule, reason, notes: ids, problem }) => ({
      at: mark.at,
      line: mark.place.line,
      rule,
      reason,
      notes: [...ids],
      problem,
    })),
    quotes: checked.quotes,
    problems: checked.problems.map(({ message, mend }) => ({ message, mend })),
  };
}

function placeOf({ span }: DraftNote): number {
  return span?.start ?? Number.POSITIVE_INFINITY;
}

/**
 * How a mark names a note, and where it is put: at the end of the note's block, or of the draft. The rule
 * alone is enough where no other note of it stands in the block.
 */
function keepOf(note: DraftNote, notes: readonly DraftNote[], text: string): DraftNoteView["keep"] {
  const { rule, id, span } = note;
  if (!span) return { rule: `${rule}:${id}`, at: text.trimEnd().length };
  const block = blockAround(text, span.start);
  const beside = notes.some(
    (other) =>
      other !== note &&
      other.rule === rule &&
      other.span !== null &&
      other.span.start < block.end &&
      other.span.end > block.start,
  );
  return { rule: beside ? `${rule}:${id}` : rule, at: block.end };
}

/**
 * A file as a text to go on writing in. What a Word file or a page says to the check beside its text is
 * put into the text, as it would be lost otherwise.
 */
async function openDraft(name: string, bytes: Uint8Array): Promise<DraftOpened | Unreadable> {
  const file = await ingestNow(name, bytes);
  if ("mend" in file) return file;
  const { format, text } = file.document;
  if (format === "text" || format === "markdown") {
    const own = new TextDecoder().decode(bytes);
    return { name, format, text: own.length === text.length ? own : text };
  }
  const end = text.trimEnd().length;
  const marks = file.marks
    .map(({ words, about }) => ({
      at: about ? blockAround(text, about.start).end : end,
      mark: ` [parallax: ${words.replace(/[\][]/g, "")}]`,
    }))
    .sort((a, b) => b.at - a.at);
  let written = text;
  for (const { at, mark } of marks) written = written.slice(0, at) + mark + written.slice(at);
  return { name, format: "text", text: written.replace(/[^\S\n]+$/gm, "").trim() };
}
