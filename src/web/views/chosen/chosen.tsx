import { useState } from "react";
import type { ChosenItem } from "../../../document/chosen.ts";
import type { KeptReport } from "../../../serve/types.ts";
import { Answer, Empty, FailureNote, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { useEditedReport, useReport } from "./queries.ts";
import "./chosen.css";

const words = texts.report;

export function ReportView() {
  const query = useReport();
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      <Answer query={query}>{(kept) => <Edited kept={kept} />}</Answer>
    </>
  );
}

/** What was taken out last, and where it stood. */
type Removed = { readonly item: ChosenItem; readonly at: number };

function Edited({ kept }: { kept: KeptReport }) {
  const { chosen, change, isSaved, error } = useEditedReport(kept);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const { items } = chosen;
  const remove = (at: number) => {
    const item = items[at];
    if (!item) return;
    setRemoved({ item, at });
    change({ items: items.toSpliced(at, 1) });
  };
  const putBack = ({ item, at }: Removed) => {
    setRemoved(null);
    change({ items: items.toSpliced(at, 0, item) });
  };
  return (
    <form className="chosen" onSubmit={(event) => event.preventDefault()}>
      <div className="actions">
        <a className="button" href="/api/report/file" download>
          {words.download}
        </a>
        <a className="button" href="/api/report/page" target="_blank" rel="noreferrer">
          {words.look}
        </a>
        <span className="soft" role="status">
          {isSaved ? words.saved : words.saving}
        </span>
      </div>
      {error && <FailureNote error={error} />}
      <label className="field">
        {words.title}
        <input
          dir="auto"
          value={chosen.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <label className="field">
        {words.introduction}
        <textarea
          dir="auto"
          rows={4}
          value={chosen.introduction}
          placeholder={words.introductionHint}
          onChange={(event) => change({ introduction: event.target.value })}
        />
      </label>
      <fieldset className="field shown-as">
        <legend>{words.shownAs.legend}</legend>
        {(["found", "reviewed"] as const).map((as) => (
          <label key={as}>
            <input
              type="radio"
              name="shown-as"
              checked={chosen.as === as}
              onChange={() => change({ as })}
            />{" "}
            {words.shownAs[as]}
          </label>
        ))}
        <p className="soft small">{words.shownAs.about}</p>
      </fieldset>
      {items.length > 0 && <h2>{words.items(items.length)}</h2>}
      {removed && (
        <p role="status">
          {words.removed(removed.item.label)}{" "}
          <button type="button" onClick={() => putBack(removed)}>
            {words.putBack}
          </button>
        </p>
      )}
      {items.length === 0 ? (
        <Empty>{words.empty}</Empty>
      ) : (
        <ol className="items">
          {items.map((item, at) => (
            <Item
              key={item.address}
              item={item}
              isFirst={at === 0}
              isLast={at === items.length - 1}
              onMove={(by) => change({ items: moved(items, at, by) })}
              onNote={(note) => change({ items: items.with(at, { ...item, note }) })}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
      )}
      <p className="soft">{words.print}</p>
    </form>
  );
}

function Item(props: {
  item: ChosenItem;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: 1 | -1) => void;
  onNote: (note: string) => void;
  onRemove: () => void;
}) {
  const { item, isFirst, isLast, onMove, onNote, onRemove } = props;
  const { label } = item;
  return (
    <li>
      <p className="what">
        <a href={item.address} dir="auto">
          {label}
        </a>
      </p>
      <p className="moves">
        <button
          type="button"
          disabled={isFirst}
          aria-label={words.up(label)}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          disabled={isLast}
          aria-label={words.down(label)}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button type="button" aria-label={words.remove(label)} onClick={onRemove}>
          ×
        </button>
      </p>
      <textarea
        dir="auto"
        rows={2}
        value={item.note}
        aria-label={words.note(label)}
        placeholder={words.noteHint}
        onChange={(event) => onNote(event.target.value)}
      />
    </li>
  );
}

/** The list with one entry changed for its neighbour. */
function moved(items: readonly ChosenItem[], at: number, by: 1 | -1): readonly ChosenItem[] {
  const item = items[at];
  return item ? items.toSpliced(at, 1).toSpliced(at + by, 0, item) : items;
}
