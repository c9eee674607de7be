import { type KeyboardEvent, type Ref, useId, useState } from "react";
import { withoutMarks } from "../../../document/in-words.ts";
import type { DraftNoteView } from "../../../serve/types.ts";
import { datesInWords } from "../../parts/dates.ts";
import { link, type Route } from "../../parts/route.ts";
import { Sentence } from "../../parts/sentence.tsx";
import { texts } from "../../texts.ts";
import { longestReason } from "./mark.ts";

const words = texts.draft;
const longestSubject = 180;

/** One note of the margin: what the rule noted, of which words, why, and what can be done with it. */
export function Note({
  note,
  number,
  isChosen,
  isStale,
  route,
  ref,
  top,
  onPlace,
  onFocus,
  onStep,
  onKeep,
  onTakeBack,
}: {
  note: DraftNoteView;
  number: number;
  isChosen: boolean;
  /** Its words were changed, and the next answer is on its way. */
  isStale: boolean;
  route: Route;
  ref: Ref<HTMLElement>;
  /** Pixels from the top of the text; undefined where the notes are a list. */
  top: number | undefined;
  /** To its words in the draft; undefined where it is about the whole. */
  onPlace: (() => void) | undefined;
  onFocus: () => void;
  onStep: (by: 1 | -1) => void;
  onKeep: (reason: string) => void;
  onTakeBack: (() => void) | undefined;
}) {
  const [asks, setAsks] = useState(false);
  const name = useId();
  const step = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "F8") {
      event.preventDefault();
      onStep(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && !asks && onPlace) onPlace();
  };
  const { rule, subject, reason, passages, keptBecause } = note;
  const evidence = link("draft", [note.key], route.query);
  return (
    <article
      ref={ref}
      tabIndex={-1}
      aria-labelledby={name}
      className={["draft-note", isChosen && "chosen", isStale && "stale", keptBecause && "kept"]
        .filter(Boolean)
        .join(" ")}
      style={top === undefined ? undefined : { top }}
      onKeyDown={step}
      onFocus={onFocus}
    >
      <h3 id={name}>
        <span className="number">{number}</span> {words.rules[rule].name}
      </h3>
      <p className="subject">
        “<bdi>{shortened(withoutMarks(subject))}</bdi>”
      </p>
      {keptBecause !== null ? (
        <p className="because">
          <strong>{words.kept}</strong> <bdi>{keptBecause}</bdi>
        </p>
      ) : (
        <p className="reason">
          <Sentence>{datesInWords(reason)}</Sentence>
        </p>
      )}
      <div className="acts">
        <a href={evidence} aria-current={isChosen || undefined}>
          {passages > 0 ? words.passages(passages) : words.noPassage}
        </a>
        {onPlace && (
          <button type="button" onClick={onPlace}>
            {words.toPlace}
          </button>
        )}
        {keptBecause === null && !asks && (
          <button type="button" onClick={() => setAsks(true)}>
            {words.keep}
          </button>
        )}
        {onTakeBack && (
          <button type="button" onClick={onTakeBack}>
            {words.takeBack}
          </button>
        )}
      </div>
      {asks && (
        <KeepForm
          onKeep={(because) => {
            setAsks(false);
            onKeep(because);
          }}
          onCancel={() => setAsks(false)}
        />
      )}
    </article>
  );
}

function KeepForm({
  onKeep,
  onCancel,
}: {
  onKeep: (reason: string) => void;
  onCancel: () => void;
}) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") onKeep(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        {words.why}
        <input
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed asked for it
          autoFocus
          value={reason}
          required
          maxLength={longestReason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="soft small">{words.keepHint}</p>
      <button type="submit">{words.keepNow}</button>{" "}
      <button type="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </form>
  );
}

function shortened(text: string): string {
  return text.length <= longestSubject ? text : `${text.slice(0, longestSubject).trimEnd()} …`;
}
