import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RunView } from "../../serve/types.ts";
import { onOtherRun } from "../api/client.ts";
import { useRun, useRunAgain } from "../api/queries.ts";
import { texts } from "../texts.ts";
import { count, formatNumber } from "./numbers.ts";

const words = texts.run;

/**
 * Tells, below the masthead, that the case is being analysed again, what came of it, or what went
 * wrong; and has everything asked anew when the answers are new.
 */
export function RunNote() {
  const client = useQueryClient();
  const { data: state } = useRun();
  const again = useRunAgain();
  const [closed, close] = useState<string | null>(null);
  useEffect(() => onOtherRun(() => void client.invalidateQueries()), [client]);
  const isRunning = state?.running != null;
  const name = state ? `${state.failure ? "failed" : "done"} ${state.run}` : "";
  useEffect(() => {
    // What a run changed before this page was opened is no news to it.
    if (name !== "" && closed === null) close(isRunning ? "" : name);
  }, [name, closed, isRunning]);
  const isClosed = !isRunning && (closed === null || closed === name);
  // What is read out stays in the page while it is empty: what comes and goes is not read out.
  if (!state || isClosed) return <div className="run-note" role="status" />;
  const { running, failure, done } = state;
  return (
    <div className="run-note">
      <div role="status">
        {running && <p>{words.steps[running.step]} …</p>}
        {!running && failure && (
          <>
            <p>{words.failed}</p>
            <p>
              {failure.file !== null && (
                <span className="code">
                  {failure.file}
                  {failure.line !== null && `:${failure.line}`}
                </span>
              )}{" "}
              {failure.message} <span className="soft">{failure.mend}</span>
            </p>
          </>
        )}
        {!running && !failure && done && <Done done={done} />}
      </div>
      {running && <Far running={running} />}
      {!running && (
        <p className="buttons">
          {failure && (
            <button type="button" onClick={() => again.mutate()}>
              {words.again}
            </button>
          )}
          <button type="button" onClick={() => close(name)}>
            {words.dismiss}
          </button>
        </p>
      )}
    </div>
  );
}

/** How far, apart from what is read out: a number that changes twice a second is not for ears. */
function Far({ running: { step, done, total } }: { running: NonNullable<RunView["running"]> }) {
  if (total > 0)
    return (
      <p>
        <progress aria-label={words.progress} value={done} max={total} />{" "}
        {words.far(formatNumber(done), formatNumber(total))}
      </p>
    );
  return <p>{step === "posts" && words.records(formatNumber(done))}</p>;
}

function Done({ done }: { done: NonNullable<RunView["done"]> }) {
  const changes = changesOf(done);
  if (done.read === 0 && done.removed === 0 && changes.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <p>
        {words.renewed(
          count(done.read, "document"),
          done.removed === 0 ? "" : count(done.removed, "document"),
        )}
      </p>
      {changes.length > 0 && (
        <ul>
          {changes.map(({ name, before, after }) => (
            <li key={name}>
              {words.changed(words.names[name], formatNumber(before), formatNumber(after))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The numbers that the last run changed. */
function changesOf({ before, after }: NonNullable<RunView["done"]>) {
  const names = Object.keys(words.names) as (keyof typeof words.names)[];
  const of = (counts: typeof before, name: keyof typeof words.names) =>
    name === "documents" ||
    name === "sources" ||
    name === "contestedClaims" ||
    name === "conflictingFigures"
      ? counts[name]
      : counts.questions[name];
  return names
    .map((name) => ({ name, before: of(before, name), after: of(after, name) }))
    .filter((change) => change.before !== change.after);
}
