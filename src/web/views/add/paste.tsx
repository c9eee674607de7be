import { type FormEvent, useState } from "react";
import type { Pasted } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { FailureNote } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { useAnalyse, usePaste } from "../set-up/queries.ts";
import type { Outcome } from "./add.tsx";

const words = texts.add;
const empty: Pasted = { text: "", kind: "text", title: "", published: "", url: "", source: "" };

/** A text, or the source of a page, that becomes a file of the case. */
export function PasteForm({ onAdded }: { onAdded: (outcome: Outcome) => void }) {
  const { overview } = useCase();
  const [pasted, setPasted] = useState(empty);
  const paste = usePaste();
  const analyse = useAnalyse();
  const set = (change: Partial<Pasted>) => setPasted({ ...pasted, ...change });
  async function send(event: FormEvent) {
    event.preventDefault();
    const { outcome, file } = await paste.mutateAsync(pasted);
    onAdded({ name: file, state: outcome, file });
    setPasted({ ...empty, kind: pasted.kind, source: pasted.source });
    if (outcome === "added") await analyse();
  }
  return (
    <form className="paste" onSubmit={(event) => void send(event).catch(() => {})}>
      <h2>{words.paste}</h2>
      <p className="soft">{words.pasteLead}</p>
      <label className="wide">
        {words.text}
        <textarea
          dir="auto"
          required
          rows={8}
          value={pasted.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </label>
      <fieldset>
        <legend>{words.kind}</legend>
        {(["text", "page"] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              checked={pasted.kind === kind}
              onChange={() => set({ kind })}
            />{" "}
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
      <label>
        {words.title}
        <input
          dir="auto"
          value={pasted.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </label>
      <label>
        {words.published}
        <input
          dir="auto"
          value={pasted.published}
          placeholder={words.publishedHint}
          pattern="\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?)?)?"
          title={words.publishedHint}
          onChange={(event) => set({ published: event.target.value })}
        />
      </label>
      <label>
        {words.url}
        <input
          type="url"
          value={pasted.url}
          onChange={(event) => set({ url: event.target.value })}
        />
      </label>
      <label>
        {words.source}
        <select value={pasted.source} onChange={(event) => set({ source: event.target.value })}>
          <option value="">{words.noSource}</option>
          {overview.sources.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p className="wide">
        <button type="submit" disabled={paste.isPending}>
          {words.add}
        </button>
      </p>
      {paste.error && <FailureNote error={paste.error} />}
    </form>
  );
}
