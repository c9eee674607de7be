import { type ReactNode, useState } from "react";
import { usePaged } from "./paging.tsx";

/** So many items are shown at once; longer lists are told as a number that opens, page by page. */
export const atOnce = 12;
const perPage = 60;

/** A list of `<li>`; where it is long, its name and number open it. Nothing closed is drawn. */
export function Folded<T>({
  items,
  name,
  ahead = 0,
  keyOf,
  children,
}: {
  items: readonly T[];
  /** What the folded part holds, with its number: "120 sources". */
  name: ReactNode;
  /** So many of a long list stand before the fold. */
  ahead?: number;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const before = items.slice(0, items.length <= atOnce ? atOnce : ahead);
  const folded = items.slice(before.length);
  const list = before.length > 0 && (
    <ul className="folded">
      {before.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </ul>
  );
  if (folded.length === 0) return list;
  const rest = (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {isOpen && (
        <Pages items={folded} keyOf={keyOf}>
          {children}
        </Pages>
      )}
    </details>
  );
  return (
    <>
      {list}
      {rest}
    </>
  );
}

function Pages<T>({
  items,
  keyOf,
  children,
}: {
  items: readonly T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}) {
  const { shown, more } = usePaged(items, perPage);
  return (
    <>
      <ul className="folded">
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {more}
    </>
  );
}
