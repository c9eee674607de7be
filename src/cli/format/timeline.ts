import type { TimelineEvent } from "../../compare/timeline/timeline.ts";
import type { DocumentCard } from "../../document/case.ts";
import { withoutMarks } from "../../document/in-words.ts";
import { excerpt, wrap } from "../text.ts";
import { someOf } from "./some.ts";

/** A dated event, who tells it, and other dates for it. */
export function eventText(event: TimelineEvent, documents: readonly DocumentCard[]): string {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const tellers = new Set(
    event.entries.map(({ documentId }) => cards.get(documentId)?.sourceName ?? documentId),
  );
  const notes = [
    event.approximate && "about",
    event.precision !== "day" && event.precision,
    event.disagreesWith.length > 0 && "other dates are given for it",
  ].filter((part) => part);
  return [
    `${event.edtf.padEnd(12)} ${excerpt(withoutMarks(event.what), 140)}${notes.length > 0 ? `  [${notes.join(", ")}]` : ""}`,
    wrap(someOf([...tellers]), 100, " ".repeat(13)),
  ].join("\n");
}
