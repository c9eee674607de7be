import { useEffect, useRef, useState } from "react";
import {
  annotationCitation,
  bibtexCitation,
  type CitedPassage,
  plainCitation,
} from "../../document/citation.ts";
import type { DocumentView } from "../../serve/types.ts";
import { texts } from "../texts.ts";

const words = texts.evidence.citing;

const forms = {
  plain: plainCitation,
  bibtex: bibtexCitation,
  annotation: annotationCitation,
} as const;
type Form = keyof typeof forms;

/** Copies a passage as a citation; where the clipboard is denied, its text stands there selected. */
export function Cite({
  view,
  passage,
}: {
  view: DocumentView;
  passage: { readonly start: number; readonly end: number };
}) {
  const [said, setSaid] = useState("");
  const [selected, setSelected] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (selected !== null) field.current?.select();
  }, [selected]);
  const copy = async (form: Form) => {
    const text = forms[form](citedIn(view, passage));
    try {
      await navigator.clipboard.writeText(text);
      setSelected(null);
      setSaid(words.copied(words.forms[form]));
    } catch {
      setSelected(text);
      setSaid(words.denied);
    }
  };
  return (
    <details className="cite">
      <summary>{words.open}</summary>
      <fieldset className="cite-forms" aria-label={words.copyAs}>
        <span>{words.copyAs}</span>
        {(Object.keys(forms) as Form[]).map((form) => (
          <button key={form} type="button" onClick={() => void copy(form)}>
            {words.forms[form]}
          </button>
        ))}
        <span role="status">{said}</span>
      </fieldset>
      {selected !== null && (
        <textarea
          dir="auto"
          ref={field}
          readOnly
          rows={6}
          value={selected}
          aria-label={words.text}
        />
      )}
    </details>
  );
}

function citedIn(
  { card, author, url, sha256, text, savedAt }: DocumentView,
  { start, end }: { readonly start: number; readonly end: number },
): CitedPassage {
  const { sourceName, title, published, file, language } = card;
  const saved = savedAt === undefined ? {} : { savedAt };
  return {
    ...{ sourceName, title, author, published, url, file, language, sha256, text, start, end },
    ...saved,
  };
}
