import { useState } from "react";
import type { FolderView } from "../../../serve/types.ts";
import { AnswerError } from "../../api/client.ts";
import { useCase } from "../../parts/case.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { link } from "../../parts/route.ts";
import { Answer, FailureNote, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { addFile, useAnalyse, useFolder } from "../set-up/queries.ts";
import { RefusalNote } from "../set-up/refusal.tsx";
import { chosenFiles, type Dropped, droppedFiles } from "./dropped.ts";
import { PasteForm } from "./paste.tsx";
import "../set-up/set-up.css";

const words = texts.add;
const megabyte = 1024 * 1024;
const size = (bytes: number) => words.megabytes(formatNumber(bytes / megabyte));

/** What became of one file. */
export type Outcome = {
  readonly name: string;
  readonly state: "waiting" | "adding" | "added" | "there" | "problem";
  /** Where it lies now. */
  readonly file?: string;
  readonly message?: string;
  readonly mend?: string;
};

/** Files, folders and pasted texts come into the case. */
export function AddView() {
  const folder = useFolder();
  return (
    <>
      <Heading question={words.question}>{words.lead}</Heading>
      <Answer query={folder}>{(view) => <Adding view={view} />}</Answer>
    </>
  );
}

function Adding({ view }: { view: FolderView }) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  const analyse = useAnalyse();

  async function addAll(files: readonly Dropped[]): Promise<void> {
    if (files.length === 0 || isBusy) return;
    setBusy(true);
    setFailure(null);
    let list: Outcome[] = files.map(({ name }) => ({ name, state: "waiting" }));
    const set = (at: number, outcome: Omit<Outcome, "name">) => {
      list = list.map((one, index) => (index === at ? { name: one.name, ...outcome } : one));
      setOutcomes(list);
    };
    setOutcomes(list);
    for (const [at, { name, file }] of files.entries()) {
      set(at, { state: "adding" });
      set(at, await addOne(name, file, view.mostBytes));
    }
    setBusy(false);
    if (list.some(({ state }) => state === "added")) await analyse().catch(setFailure);
  }

  if (view.refusal) return <RefusalNote refusal={view.refusal} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the two choosers in it do the same by keyboard */}
      <div
        className="drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          droppedFiles(event.dataTransfer).then(addAll, setFailure);
        }}
      >
        <p>
          <strong>{words.drop}</strong> {words.or}
        </p>
        <p className="choosers">
          <Chooser name={words.files} isBusy={isBusy} onFiles={addAll} />
          <Chooser name={words.folder} isBusy={isBusy} onFiles={addAll} isFolder />
        </p>
        <p className="soft small">
          {words.limits(size(view.mostBytes.document), size(view.mostBytes.posts))}
        </p>
      </div>
      {failure && <FailureNote error={failure} />}
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} />}
      <PasteForm onAdded={(outcome) => setOutcomes([outcome])} />
      <p className="soft small">
        {words.place} <span className="code">{view.path}</span> ·{" "}
        <a href={link("set-up")}>{words.setUp}</a>
      </p>
    </>
  );
}

async function addOne(
  name: string,
  file: File,
  mostBytes: FolderView["mostBytes"],
): Promise<Omit<Outcome, "name">> {
  const limit = /\.(?:html?|xhtml|docx|md|markdown)$/i.test(name)
    ? mostBytes.document
    : mostBytes.posts;
  if (file.size > limit)
    return { state: "problem", message: words.tooLarge(size(limit)), mend: words.tooLargeMend };
  try {
    const { outcome, file: kept } = await addFile(name, file);
    return { state: outcome, file: kept };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      state: "problem",
      message,
      ...(error instanceof AnswerError ? { mend: error.mend } : {}),
    };
  }
}

function Chooser({
  name,
  isBusy,
  onFiles,
  isFolder = false,
}: {
  name: string;
  isBusy: boolean;
  onFiles: (files: readonly Dropped[]) => void;
  isFolder?: boolean;
}) {
  return (
    <label className="chooser">
      <span>{name}</span>
      <input
        type="file"
        multiple
        disabled={isBusy}
        {...(isFolder ? { webkitdirectory: "" } : {})}
        onChange={(event) => {
          onFiles(chosenFiles(event.currentTarget.files));
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

/** Problems are listed before what went well: so many of each. */
const mostListed = 200;

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { overview } = useCase();
  const of = (state: Outcome["state"]) => outcomes.filter((one) => one.state === state);
  const done = outcomes.length - of("waiting").length - of("adding").length;
  const isDone = done === outcomes.length;
  const sorted = [
    ...of("problem"),
    ...of("adding"),
    ...of("added"),
    ...of("there"),
    ...of("waiting"),
  ];
  const kept = new Set(outcomes.flatMap(({ file }) => file ?? []));
  const said = overview.problems.filter(({ file }) => kept.has(file));
  return (
    <section className="outcomes" aria-label={words.list}>
      <p role="status">
        {isDone &&
          words.summary(
            ...((["added", "there", "problem"] as const).map((state) =>
              of(state).length === 0 ? "" : count(of(state).length, "file"),
            ) as [string, string, string]),
          )}
      </p>
      {!isDone && (
        <p>
          <progress aria-label={words.progress} value={done} max={outcomes.length} />{" "}
          {words.done(formatNumber(done), formatNumber(outcomes.length))}
        </p>
      )}
      <ul>
        {sorted.slice(0, mostListed).map((one, index) => (
          <li key={`${index}:${one.name}`} className={one.state}>
            <bdi className="code">{one.name}</bdi> <OutcomeWords outcome={one} />
          </li>
        ))}
      </ul>
      {sorted.length > mostListed && (
        <p className="soft">{words.more(formatNumber(sorted.length - mostListed))}</p>
      )}
      {said.length > 0 && (
        <>
          <h2>{words.problemsAfter}</h2>
          <ProblemList problems={said} />
        </>
      )}
    </section>
  );
}

function OutcomeWords({ outcome: { state, name, file, message, mend } }: { outcome: Outcome }) {
  if (state === "problem")
    return (
      <>
        <strong>{words.problem}:</strong> {message} {mend && <span className="soft">{mend}</span>}
      </>
    );
  if (state === "waiting") return <span className="soft">{words.waiting}</span>;
  if (state === "adding") return <span className="soft">{words.adding}</span>;
  return (
    <span>
      {words.outcomes[state]}
      {file !== undefined && file !== name && (
        <>
          {" "}
          <span className="soft">{words.asFile(file)}</span>
        </>
      )}
    </span>
  );
}
