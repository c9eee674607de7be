import {
  type DragEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type {
  DraftAnswer,
  DraftNoteView,
  DraftOpened,
  DraftRule,
  DraftText,
} from "../../../serve/types.ts";
import { isolated } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { Drawer } from "../../parts/drawer.tsx";
import { NotJudged } from "../../parts/judgements.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { Answer, Empty, FailureNote, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { Editor, type EditorHandle, type Marked } from "./editor.tsx";
import { noDraft, useDraft } from "./kept-here.ts";
import { keepMark, withoutMark } from "./mark.ts";
import { editBetween, moved, type Stretch } from "./moved.ts";
import { Note } from "./note.tsx";
import { openFile, useExample, useNotes, usePassages, useReady, useSettled } from "./queries.ts";
import { stacked } from "./stack.ts";
import "./draft.css";

const words = texts.draft;

/** A note as it is shown: where its words are now, which the answer may not know yet. */
type Shown = {
  readonly note: DraftNoteView;
  readonly number: number;
  readonly place: Stretch | null;
  readonly isStale: boolean;
};

export function DraftView({ route }: { route: Route }) {
  const { overview } = useCase();
  const [draft, setDraft] = useDraft(overview.title);
  const [failure, setFailure] = useState<Error | null>(null);
  const isEmpty = draft.text.trim() === "";
  const ready = useReady();
  const open = (file: File | undefined) => {
    if (!file) return;
    openFile(file).then(
      (opened) => {
        setFailure(null);
        setDraft(opened);
      },
      (error: Error) => setFailure(error),
    );
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    open(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it opens files, too
    <div onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <Heading question={words.question}>{words.lead}</Heading>
      <div className="filters">
        <label className="file">
          {words.open}
          <input
            type="file"
            accept=".txt,.md,.docx,.html,.htm"
            onChange={(event) => {
              open(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </label>
        <button type="button" disabled={isEmpty} onClick={() => save(draft)}>
          {words.save}
        </button>
        <button type="button" disabled={isEmpty} onClick={() => setDraft(noDraft)}>
          {words.clear}
        </button>
        {draft.name !== "" && <bdi className="soft">{draft.name}</bdi>}
      </div>
      {failure && <FailureNote error={failure} />}
      {ready.error ? (
        <FailureNote error={ready.error} />
      ) : (
        ready.data && ready.data.done01 < 1 && <Preparing done01={ready.data.done01} />
      )}
      <Held draft={draft} setDraft={setDraft} route={route} />
      <p className="soft small">{words.onlyHere}</p>
      <NotJudged>{texts.evidence.judging.notJudged.draft}</NotJudged>
    </div>
  );
}

/** Nobody waits without a word: the words are said once, the bar goes on. */
function Preparing({ done01 }: { done01: number }) {
  return (
    <p className="draft-preparing">
      <progress aria-label={words.prepared} value={done01} />{" "}
      <span className="soft" role="status">
        {words.preparing}
      </span>
    </p>
  );
}

/** The draft with what the case says to it. */
function Held({
  draft,
  setDraft,
  route,
}: {
  draft: DraftOpened;
  setDraft: (draft: DraftOpened) => void;
  route: Route;
}) {
  const settled = useSettled(draft);
  const query = useNotes(settled);
  const isEmpty = draft.text.trim() === "";
  const answer = isEmpty || query.error ? undefined : query.data;
  const all = useMemo(() => (answer ? shownOf(answer, draft.text) : []), [answer, draft.text]);
  const asked = route.query.rule ?? "";
  const shown = all.filter(({ note }) => asked === "" || filterOf(note) === asked);
  const chosen = all.find(({ note }) => note.key === route.path[0]);
  const editor = useRef<EditorHandle>(null);
  const notes = useRef(new Map<string, HTMLElement>());
  /** The note that had the focus last. */
  const last = useRef<string | null>(null);
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  const onPlaces = useCallback((next: ReadonlyMap<string, number>) => {
    setTops((before) => (isSame(before, next) ? before : next));
  }, []);
  const placed = shown.filter(({ place }) => place !== null);
  const whole = shown.filter(({ note }) => note.span === null);
  const marked = placed.map(
    ({ note, number, place }): Marked => ({
      ...(place as Stretch),
      key: note.key,
      number,
      isChosen: note === chosen?.note,
      isKept: note.keptBecause !== null,
    }),
  );
  const focusOn = (one: Shown | undefined) => {
    const element = one && notes.current.get(one.note.key);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: 1 | -1, asked: Shown | undefined) => {
    const from = asked ?? shown.find(({ note }) => note.key === last.current);
    const at = from ? shown.indexOf(from) + by : by === 1 ? 0 : shown.length - 1;
    focusOn(shown[(at + shown.length) % Math.max(1, shown.length)]);
  };
  const stepFrom = (by: 1 | -1, at: number) => {
    const after = shown.find(({ place }) => place !== null && place.start >= at);
    const before = shown.findLast(({ place }) => place !== null && place.end <= at);
    focusOn(by === 1 ? (after ?? whole[0] ?? shown[0]) : (before ?? shown.at(-1)));
  };
  const noteOf = (one: Shown, top: number | undefined) => {
    const { note, number, place, isStale } = one;
    const mark = answer?.answer.marks.find((each) => each.notes.includes(note.id));
    const back = mark && isCurrent(answer, draft.text) ? withoutMark(draft.text, mark) : null;
    return (
      <Note
        key={note.key}
        ref={(element) => {
          if (element) notes.current.set(note.key, element);
          else notes.current.delete(note.key);
        }}
        note={note}
        number={number}
        isChosen={one.note === chosen?.note}
        isStale={isStale}
        route={route}
        top={top}
        onPlace={place ? () => editor.current?.select(place) : undefined}
        onFocus={() => {
          last.current = note.key;
        }}
        onStep={(by) => step(by, one)}
        onKeep={(reason) => {
          if (isCurrent(answer, draft.text))
            editor.current?.change(keepMark(draft.text, note, reason, draft.format));
        }}
        onTakeBack={
          note.keptBecause !== null && back ? () => editor.current?.change(back) : undefined
        }
      />
    );
  };
  return (
    <>
      {answer && <Counts all={all} route={route} answer={answer.answer} onStep={step} />}
      <Spoken answer={answer?.answer} isWaiting={query.isFetching} />
      <div className="draft-page">
        <div>
          <Editor
            text={draft.text}
            marked={marked}
            onText={(text) => setDraft({ ...draft, text })}
            onStep={stepFrom}
            onPlaces={onPlaces}
            handle={editor}
          />
          <p className="soft small" id="draft-keys">
            {words.keys}
          </p>
        </div>
        <div className="draft-margin">
          {isEmpty && <Start setDraft={setDraft} />}
          {query.error && !isEmpty && <FailureNote error={query.error} />}
          {!isEmpty && !answer && !query.error && (
            <p className="waiting" role="status">
              {words.waiting}
            </p>
          )}
          {answer && all.length === 0 && <Empty>{words.nothing}</Empty>}
          {placed.length > 0 && <h2 className="unseen">{words.margin}</h2>}
          <Margin shown={placed} tops={tops} noteOf={noteOf} />
        </div>
      </div>
      {whole.length > 0 && (
        <section className="draft-whole">
          <h2>{words.whole}</h2>
          <div>{whole.map((one) => noteOf(one, undefined))}</div>
        </section>
      )}
      {answer && <Quoted answer={answer.answer} />}
      {chosen && <Evidence one={chosen} draft={settled} route={route} />}
    </>
  );
}

/** Notes beside their words, where there is room beside the text; else one under the other. */
function Margin({
  shown,
  tops,
  noteOf,
}: {
  shown: readonly Shown[];
  tops: ReadonlyMap<string, number>;
  noteOf: (one: Shown, top: number | undefined) => React.ReactNode;
}) {
  const isNarrow = useNarrow();
  const place = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const next = [...(place.current?.children ?? [])].map(
      (note) => (note as HTMLElement).offsetHeight,
    );
    setHeights((before) => (String(before) === String(next) ? before : next));
  });
  const at = stacked(
    shown.map(({ note }, nth) => ({ top: tops.get(note.key) ?? 0, height: heights[nth] ?? 0 })),
  );
  const last = (at.at(-1) ?? 0) + (heights.at(-1) ?? 0);
  return (
    <div
      ref={place}
      className={isNarrow ? "draft-notes" : "draft-notes beside"}
      style={isNarrow ? undefined : { minHeight: shown.length > 0 ? last : 0 }}
    >
      {shown.map((one, nth) => noteOf(one, isNarrow ? undefined : at[nth]))}
    </div>
  );
}

/** How many notes there are of each rule; each leads to those alone. */
function Counts({
  all,
  route,
  answer,
  onStep,
}: {
  all: readonly Shown[];
  route: Route;
  answer: DraftAnswer;
  onStep: (by: 1 | -1, from: Shown | undefined) => void;
}) {
  const asked = route.query.rule ?? "";
  const counts = new Map<string, number>();
  for (const { note } of all) counts.set(filterOf(note), (counts.get(filterOf(note)) ?? 0) + 1);
  const idle = answer.marks.filter(({ problem }) => problem !== null);
  const nameOf = (filter: string) =>
    filter === keptFilter ? words.keptCount : words.rules[filter as DraftRule].name;
  return (
    <>
      <nav className="draft-counts" aria-label={words.filter}>
        <a
          className="chip"
          href={link("draft", [], { ...route.query, rule: undefined })}
          aria-current={asked === "" || undefined}
        >
          {words.all} {all.length}
        </a>
        {[...Object.keys(words.rules), keptFilter].map((filter) => {
          const number = counts.get(filter);
          return number === undefined ? null : (
            <a
              key={filter}
              className="chip"
              href={link("draft", [], { ...route.query, rule: filter })}
              aria-current={asked === filter || undefined}
              title={filter === keptFilter ? undefined : words.rules[filter as DraftRule].says}
            >
              {nameOf(filter)} {number}
            </a>
          );
        })}
        <span className="steps">
          <button type="button" onClick={() => onStep(-1, undefined)}>
            {words.previousNote}
          </button>
          <button type="button" onClick={() => onStep(1, undefined)}>
            {words.nextNote}
          </button>
        </span>
      </nav>
      {answer.more > 0 && <p className="soft">{words.more(answer.more)}</p>}
      {answer.problems.map(({ message, mend }) => (
        <p key={message} className="soft">
          {message} ({mend})
        </p>
      ))}
      {idle.length > 0 && (
        <ul className="draft-idle">
          {idle.map(({ line, problem }) => (
            <li key={`${line}${problem}`}>{words.idleMark(line, problem ?? "")}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Says how many notes there are when nothing was typed for a while, and not at each key. */
function Spoken({ answer, isWaiting }: { answer: DraftAnswer | undefined; isWaiting: boolean }) {
  const [said, setSaid] = useState("");
  const open = answer?.notes.filter(({ keptBecause }) => keptBecause === null).length;
  useEffect(() => {
    if (open === undefined || isWaiting) return;
    const timer = setTimeout(() => setSaid(words.notes(open)), spokenAfterMs);
    return () => clearTimeout(timer);
  }, [open, isWaiting]);
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  );
}

const spokenAfterMs = 1200;

function Evidence({ one, draft, route }: { one: Shown; draft: DraftText; route: Route }) {
  const { note } = one;
  const query = usePassages(draft, note.id);
  const shared = {
    id: note.key,
    kicker: words.kicker,
    title: note.subject,
    reason: note.reason,
    rule: note.rule,
    closeTo: link("draft", [], route.query),
  };
  if (note.passages === 0)
    return (
      <Drawer {...shared}>
        <p>{words.rules[note.rule].says}</p>
        {note.absence && (
          <p className="soft">{words.absence(note.absence.documents, note.absence.sources)}</p>
        )}
      </Drawer>
    );
  return (
    <Drawer {...shared} {...(query.data ? { passages: query.data } : {})}>
      <p>{words.rules[note.rule].says}</p>
      <Answer query={query}>
        {(passages) => <Roles roles={[...new Set(passages.map(({ role }) => role))]} />}
      </Answer>
    </Drawer>
  );
}

/** What the passages do with what is noted. */
function Roles({ roles }: { roles: readonly string[] }) {
  return roles.length === 0 ? null : (
    <p className="soft">
      {words.roles} {roles.slice(0, shownRoles).join("; ")}
      {roles.length > shownRoles && " …"}
    </p>
  );
}

const shownRoles = 4;

/** Whom the draft quotes, by side; a side that it does not quote is shown, too. */
function Quoted({ answer: { quotes } }: { answer: DraftAnswer }) {
  const { groups } = useCase();
  const { sides, others } = quotes;
  return (
    <section className="draft-quoted">
      <h2>{words.quoted}</h2>
      <dl>
        {sides.map(({ side, attributions, names }) => (
          <div key={side}>
            <dt>
              <bdi>{groups.find(({ id }) => id === side)?.shortName ?? side}</bdi>
            </dt>
            <dd>
              {words.times(attributions)}
              {names.length > 0 &&
                `: ${names.map((one) => (one.count > 1 ? `${isolated(one.name)} (${formatNumber(one.count)})` : isolated(one.name))).join(", ")}`}
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.others}</dt>
          <dd>{words.ofOthers(others.named, others.unnamed)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Start({ setDraft }: { setDraft: (draft: DraftOpened) => void }) {
  const example = useExample();
  return (
    <div className="draft-start">
      <p>{words.start}</p>
      <ul>
        {words.starts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {example.data && (
        <button type="button" onClick={() => example.data && setDraft(example.data)}>
          {words.example}
        </button>
      )}
    </div>
  );
}

const keptFilter = "kept";

function filterOf({ rule, keptBecause }: DraftNoteView): string {
  return keptBecause === null ? rule : keptFilter;
}

type Answered = { readonly text: string; readonly answer: DraftAnswer };

/** Only then the places of an answer are those of the text. */
function isCurrent(answer: Answered | undefined, text: string): boolean {
  return answer?.text === text;
}

function shownOf({ text, answer }: Answered, now: string): Shown[] {
  const edit = text === now ? null : editBetween(text, now);
  return answer.notes.map((note, nth): Shown => {
    const place = note.span && (edit ? moved(note.span, edit) : note.span);
    return { note, number: nth + 1, place, isStale: note.span !== null && place === null };
  });
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([key, top]) => b.get(key) === top);
}

/** Hands the text to the browser's downloads, marks and all. */
function save({ name, format, text }: DraftOpened): void {
  const ending = format === "text" ? "txt" : "md";
  const base = name.replace(/\.[^.]*$/, "") || "draft";
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = `${base}.${ending}`;
  anchor.click();
  URL.revokeObjectURL(address);
}
