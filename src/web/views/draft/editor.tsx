import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { texts } from "../../texts.ts";
import type { Change } from "./mark.ts";
import type { Stretch } from "./moved.ts";

const words = texts.draft;

/** Words of the draft that a note is about. */
export type Marked = Stretch & {
  readonly key: string;
  readonly number: number;
  readonly isChosen: boolean;
  readonly isKept: boolean;
};

export type EditorHandle = {
  /** Shows the words and puts the caret there. */
  readonly select: (place: Stretch) => void;
  /** Changes the text as if it had been typed, so that the browser can undo it. */
  readonly change: (change: Change) => void;
};

/**
 * A text field with the marks behind it: a copy of the text in the same type, in which the words are
 * marked, lies under the field and gives it its height.
 */
export function Editor({
  text,
  marked,
  onText,
  onStep,
  onPlaces,
  handle,
}: {
  text: string;
  /** In the order of the text; they may overlap. */
  marked: readonly Marked[];
  onText: (text: string) => void;
  /** To the next note or the one before, from a place in the text. */
  onStep: (by: 1 | -1, from: number) => void;
  /** Where each note's words stand, in pixels from the top of the text. */
  onPlaces: (tops: ReadonlyMap<string, number>) => void;
  handle: Ref<EditorHandle>;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = useRef<HTMLDivElement>(null);
  useImperativeHandle(handle, () => ({
    select: ({ start, end }) => {
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(start, end);
      const at = [...(copy.current?.querySelectorAll("mark") ?? [])].find(
        (mark) => Number(mark.dataset.start) >= start,
      );
      at?.scrollIntoView({ block: "center" });
    },
    change: ({ start, end, words: put }) => {
      const element = field.current;
      if (!element) return;
      element.focus({ preventScroll: true });
      element.setSelectionRange(start, end);
      // Old, and the only way that leaves undoing to the browser.
      const done = document.execCommand(put === "" ? "delete" : "insertText", false, put);
      if (!done) {
        element.setRangeText(put, start, end, "end");
        onText(element.value);
      }
    },
  }));
  useLayoutEffect(() => {
    const element = copy.current;
    if (!element) return;
    const measure = () => {
      const tops = new Map<string, number>();
      const { top } = element.getBoundingClientRect();
      for (const mark of element.querySelectorAll("mark"))
        for (const key of mark.dataset.keys?.split(" ") ?? [])
          if (!tops.has(key)) tops.set(key, mark.getBoundingClientRect().top - top);
      onPlaces(tops);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  });
  const step = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1, event.currentTarget.selectionStart);
  };
  return (
    <div className="draft-editor">
      <div className="draft-copy" aria-hidden="true" dir="auto" ref={copy}>
        {piecesOf(text, marked).map(({ start, end, over }) =>
          over.length === 0 ? (
            text.slice(start, end)
          ) : (
            <mark
              key={start}
              data-start={start}
              data-keys={over.map(({ key }) => key).join(" ")}
              data-numbers={numbersFrom(over, start)}
              className={classOf(over)}
            >
              {text.slice(start, end)}
            </mark>
          ),
        )}
        {"\n"}
      </div>
      <textarea
        dir="auto"
        ref={field}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={step}
        aria-label={words.field}
        aria-describedby="draft-keys"
        placeholder={words.placeholder}
        spellCheck
      />
    </div>
  );
}

/** Shown before the first word of each note. */
function numbersFrom(over: readonly Marked[], start: number): string | undefined {
  const begun = over.filter((one) => one.start === start).map(({ number }) => number);
  return begun.length > 0 ? begun.join(" ") : undefined;
}

function classOf(over: readonly Marked[]): string | undefined {
  if (over.some(({ isChosen }) => isChosen)) return "chosen";
  return over.every(({ isKept }) => isKept) ? "kept" : undefined;
}

/** The text cut where marks begin and end, each piece with the marks over it. */
function piecesOf(
  text: string,
  marked: readonly Marked[],
): { readonly start: number; readonly end: number; readonly over: readonly Marked[] }[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marked) cuts.add(start).add(end);
  const sorted = [...cuts].filter((at) => at <= text.length).sort((a, b) => a - b);
  const pieces = [];
  let next = 0;
  let open: Marked[] = [];
  for (const [nth, start] of sorted.entries()) {
    const end = sorted[nth + 1];
    if (end === undefined) break;
    open = open.filter((one) => one.end > start);
    for (let one = marked[next]; one && one.start <= start; one = marked[++next]) open.push(one);
    pieces.push({ start, end, over: open.filter((one) => one.end > start) });
  }
  return pieces;
}
