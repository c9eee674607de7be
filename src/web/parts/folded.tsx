import { type ReactNode, useState } from "react";
import { usePaged } from "./paging.tsx";

/** So many items are shown at once; longer lists are told as a number that opens, page by page. */
const atOnce = 12;
const perPage = 60;

/** A list of `<li>`; where it is long, its name and number open it. Nothing closed is drawn. */
export function Folded<T>({
  items,
  name,
  keyOf,
  children,
}: {
  items: readonly T[];
  /** What the list holds, with its number: "120 sources". */
  name: ReactNode;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  if (items.length <= atOnce)
    return (
      <ul className="folded">
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
    );
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {isOpen && (
        <Pages items={items} keyOf={keyOf}>
          {children}
        </Pages>
      )}
    </details>
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
