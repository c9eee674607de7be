import { texts } from "../texts.ts";
import { type Route, refilter } from "./route.ts";

/** The field that narrows a view to what holds the words; they stay in the address. */
export function Find({ route }: { route: Route }) {
  return (
    <label>
      {texts.shared.find}{" "}
      <input
        dir="auto"
        type="search"
        value={route.query.q ?? ""}
        onChange={(event) => refilter(route, { q: event.target.value })}
      />
    </label>
  );
}
