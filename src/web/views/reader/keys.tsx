import { useEffect, useRef } from "react";
import { texts } from "../../texts.ts";

const words = texts.reader;

export type Keys = {
  readonly step: (way: 1 | -1) => void;
  readonly open: () => void;
  readonly elsewhere: () => void;
  readonly close: () => void;
};

/** The keys of the reader, and a list of them that `?` opens. */
export function KeyHelp(keys: Keys) {
  const dialog = useRef<HTMLDialogElement>(null);
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest("input, select, textarea, dialog")) return;
      const { step, open, elsewhere, close } = current.current;
      if (event.key === "n") step(1);
      else if (event.key === "p") step(-1);
      else if (event.key === "e") open();
      else if (event.key === "Enter" && !target?.closest("a, button, summary")) open();
      else if (event.key === "c") elsewhere();
      else if (event.key === "Escape") close();
      else if (event.key === "?") dialog.current?.showModal();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button type="button" className="key-help" onClick={() => dialog.current?.showModal()}>
        {words.keys} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{words.keys}</h2>
        <dl>
          {words.help.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">{words.done}</button>
        </form>
      </dialog>
    </>
  );
}
