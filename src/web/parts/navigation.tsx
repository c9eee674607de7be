import { texts } from "../texts.ts";
import { useReveal } from "./reveal.ts";
import { link } from "./route.ts";
import "./navigation.css";

/** A view by the first part of its address, and what it is called here. */
export type Place = { readonly key: string; readonly name: string };

/** An entry of the navigation: one view, or several that belong together. */
export type Entry = { readonly name: string; readonly places: readonly Place[] };

/** The views in one line; below it those that belong to the one that is open. */
export function Navigation({ entries, view }: { entries: readonly Entry[]; view: string }) {
  const current = useReveal<HTMLAnchorElement>(view);
  return (
    <nav aria-label={texts.navigation.views}>
      {entries.map(({ name, places }) => {
        const isOpen = places.some(({ key }) => key === view);
        return (
          <a
            key={name}
            ref={isOpen ? current : undefined}
            href={link(places[0]?.key ?? "")}
            aria-current={isOpen ? (places.length > 1 ? "true" : "page") : undefined}
          >
            {name}
          </a>
        );
      })}
    </nav>
  );
}

/** The other views of the entry that is open, where it has any. */
export function Beneath({ entries, view }: { entries: readonly Entry[]; view: string }) {
  const open = entries.find(({ places }) => places.some(({ key }) => key === view));
  if (open === undefined || open.places.length < 2) return null;
  return (
    <nav className="beneath" aria-label={open.name}>
      {open.places.map(({ key, name }) => (
        <a key={key} href={link(key)} aria-current={key === view ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
