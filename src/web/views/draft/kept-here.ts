import { useEffect, useState } from "react";
import type { DraftOpened } from "../../../serve/types.ts";

export const noDraft: DraftOpened = { name: "", format: "markdown", text: "" };

/**
 * The draft that is being written: in this tab only, so that a reload does not lose it and closing the
 * tab does away with it. A draft of one case is not shown beside another.
 */
export function useDraft(caseTitle: string) {
  const place = `parallax-draft:${caseTitle}`;
  const [draft, setDraft] = useState(() => readFrom(place));
  useEffect(() => {
    if (draft.text === "" && draft.name === "") sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(draft));
  }, [draft, place]);
  return [draft, setDraft] as const;
}

function readFrom(place: string): DraftOpened {
  try {
    const { name, format, text } = JSON.parse(sessionStorage.getItem(place) ?? "{}") as DraftOpened;
    if (typeof text !== "string") return noDraft;
    return { name: String(name ?? ""), format: format === "text" ? "text" : "markdown", text };
  } catch {
    return noDraft;
  }
}
