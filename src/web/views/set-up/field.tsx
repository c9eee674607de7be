import { useEffect, useId, useState } from "react";
import type { FieldProblem } from "../../../serve/types.ts";
import { texts } from "../../texts.ts";

/** What is wrong at a place of the case file. */
export type Problems = (...path: readonly string[]) => readonly string[];

/** Problems of this very place, and for a place of three those of what is below it. */
export function problemsAt(fields: readonly FieldProblem[], path: readonly string[]): string[] {
  return fields
    .filter((one) =>
      path.length === 2 ? one.path.join("/") === path.join("/") : startsWith(one.path, path),
    )
    .map(({ message }) => message);
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((part, index) => path[index] === part);
}

/** A text field with its name, a hint, and what is wrong with it; `lines` makes it a larger one. */
export function Field({
  name,
  value,
  problems,
  onChange,
  hint,
  lines,
  list,
}: {
  name: string;
  value: string;
  problems: readonly string[];
  onChange: (value: string) => void;
  hint?: string;
  lines?: number;
  /** Id of a list of values that are often given. */
  list?: string;
}) {
  const id = useId();
  const told = [hint ? `${id}-hint` : "", problems.length > 0 ? `${id}-wrong` : ""]
    .filter(Boolean)
    .join(" ");
  const shared = {
    value,
    "aria-invalid": problems.length > 0 || undefined,
    "aria-describedby": told || undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {lines === undefined ? (
        <input
          dir="auto"
          id={id}
          list={list}
          {...shared}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <textarea
          dir="auto"
          id={id}
          rows={lines}
          {...shared}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {hint && (
        <small id={`${id}-hint`} className="soft">
          {hint}
        </small>
      )}
      {problems.length > 0 && (
        <small id={`${id}-wrong`} className="wrong">
          {problems.join("; ")}
        </small>
      )}
    </div>
  );
}

/**
 * The field of an id, which others name: it is another only when the field is left, not at every
 * letter. An empty one stays what it was.
 */
export function IdField({
  name,
  value,
  problems,
  onChange,
}: {
  name: string;
  value: string;
  problems: readonly string[];
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const leave = () => {
    const id = typed.trim();
    if (id === "") setTyped(value);
    else if (id !== value) onChange(id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the field in it is left
    <div
      className="id"
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Enter") leave();
      }}
    >
      <Field name={name} value={typed} problems={problems} onChange={setTyped} />
    </div>
  );
}

/** A choice among the declared sides. */
export function SideSelect({
  sides,
  value,
  name,
  problems,
  onChange,
}: {
  sides: readonly { readonly id: string; readonly name: string }[];
  value: string;
  name: string;
  problems: readonly string[];
  onChange: (side: string) => void;
}) {
  const id = useId();
  const isKnown = value === "" || sides.some((side) => side.id === value);
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={value}
        aria-invalid={problems.length > 0 || undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{texts.shared.unalignedOne}</option>
        {sides.map((side) => (
          <option key={side.id} value={side.id}>
            {side.id}
          </option>
        ))}
        {!isKnown && <option value={value}>{value}</option>}
      </select>
      {problems.length > 0 && <small className="wrong">{problems.join("; ")}</small>}
    </div>
  );
}
