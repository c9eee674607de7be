import { useEffect, useId, useRef, useState } from "react";
import {
  type MarkName,
  markKey,
  type PlacedJudgement,
  type Verdict,
} from "../../document/judgement.ts";
import { texts } from "../texts.ts";
import { formatInstant } from "./dates.ts";
import { useJudgements, useJudging } from "./judgements.tsx";
import { FailureNote } from "./states.tsx";

const words = texts.evidence.judging;

/** Confirm, reject or note one mark; what was said of it before, each to be undone. */
export function Judge({ mark, isFoot = false }: { mark: MarkName; isFoot?: boolean }) {
  const { marks, author: known } = useJudgements();
  const { judge, undo } = useJudging();
  const [name, setName] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [isWriting, setWriting] = useState(false);
  /** What was asked for before there was a name to sign with: done as soon as there is. */
  const [pending, setPending] = useState<Verdict | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const id = useId();
  const own = marks.get(markKey(mark)) ?? [];
  const author = (name ?? known ?? "").trim();
  const verdict = own.findLast((one) => one.author === author && one.act !== "note")?.act;
  const isBusy = judge.isPending || undo.isPending;
  const error = judge.error ?? undo.error;
  const takeBack = (judgement: PlacedJudgement) =>
    undo.mutate(
      { id: judgement.id, author: author || judgement.author },
      { onSuccess: () => setSaid(words.undone) },
    );
  const say = (act: Verdict) => {
    if (author === "") {
      setPending(act);
      setWriting(true);
      setSaid(words.nameFirst);
      return;
    }
    const standing = own.findLast((one) => one.author === author && one.act === act);
    if (act !== "note" && verdict === act && standing && note.trim() === "")
      return takeBack(standing);
    judge.mutate(
      { act, author, note: note.trim() || null, mark },
      {
        onSuccess: () => {
          setNote("");
          setWriting(false);
          setPending(null);
          setSaid(words.kept[act](author));
        },
      },
    );
  };
  const isReady =
    (pending === null || author !== "") && ((pending ?? "note") !== "note" || note.trim() !== "");
  // A drawer has one foot, and may have many of the others: these are no landmarks.
  const Around = isFoot ? "section" : "fieldset";
  useEffect(() => {
    if (pending !== null) nameField.current?.focus();
  }, [pending]);
  return (
    <Around className={isFoot ? "judge foot" : "judge"} aria-label={words.title}>
      <div className="judge-row">
        <span className="small">{words.question}</span>
        <button
          type="button"
          aria-pressed={verdict === "confirm"}
          disabled={isBusy}
          onClick={() => say("confirm")}
        >
          {words.confirm}
        </button>
        <button
          type="button"
          aria-pressed={verdict === "reject"}
          disabled={isBusy}
          onClick={() => say("reject")}
        >
          {words.reject}
        </button>
        <button
          type="button"
          aria-expanded={isWriting}
          aria-controls={`${id}-note`}
          onClick={() => {
            setPending(null);
            setWriting(!isWriting);
          }}
        >
          {words.note}
        </button>
      </div>
      <form
        id={`${id}-note`}
        hidden={!isWriting}
        className="judge-note"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) say(pending ?? "note");
        }}
      >
        <label>
          {words.noteLabel}
          <textarea
            dir="auto"
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <label>
          {words.name}
          <input
            dir="auto"
            ref={nameField}
            type="text"
            maxLength={120}
            autoComplete="name"
            value={name ?? known ?? ""}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" disabled={isBusy || !isReady}>
          {pending === null ? words.keepNote : words.sign[pending]}
        </button>
        <p className="soft small">{words.about}</p>
      </form>
      {own.length > 0 && (
        <ul className="judgements">
          {own.map((one) => (
            <li key={one.id}>
              <b>{words.by[one.act](one.author)}</b>{" "}
              <span className="soft">{formatInstant(one.at)}</span>
              {one.note && <q dir="auto">{one.note}</q>}
              <button
                type="button"
                className="undo"
                disabled={isBusy}
                onClick={() => takeBack(one)}
              >
                {words.undo}
              </button>
            </li>
          ))}
        </ul>
      )}
      {error && <FailureNote error={error} />}
      <p role="status" className={said === "" ? "unseen" : "small said"}>
        {said}
      </p>
    </Around>
  );
}
