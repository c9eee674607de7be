import { useMemo } from "react";
import { publishedIn, type TimeStretch } from "../../document/time-stretch.ts";
import { texts } from "../texts.ts";
import { useCase } from "./case.tsx";
import { count, formatNumber } from "./numbers.ts";
import { type Route, refilter } from "./route.ts";
import { stretchInWords, stretchOf } from "./stretch.ts";
import "./stretch.css";

const words = texts.stretch;

/** The marked stretch of time at the head of every view: what it does there, and a way to remove it. */
export function StretchChip({ route }: { route: Route }) {
  const stretch = stretchOf(route);
  return stretch && <Chip stretch={stretch} route={route} />;
}

function Chip({ stretch, route }: { stretch: TimeStretch; route: Route }) {
  const { documents } = useCase().overview;
  const { from, to } = stretch;
  const told = useMemo(() => {
    const states = documents.map(({ published }) => publishedIn(published, { from, to }));
    return {
      inIt: states.filter((state) => state === "in").length,
      unclear: states.filter((state) => state === "unknown").length,
    };
  }, [documents, from, to]);
  const name = stretchInWords(stretch);
  const meant = Object.hasOwn(words.views, route.view)
    ? words.views[route.view as keyof typeof words.views]
    : words.none;
  return (
    <section className="stretch" aria-label={words.label}>
      <button
        type="button"
        aria-label={words.remove(name)}
        onClick={() => {
          refilter(route, { from: undefined, to: undefined });
          document.getElementById("main")?.focus();
        }}
      >
        {name} <span aria-hidden="true">×</span>
      </button>
      <p role="status">
        {meant}{" "}
        <span className="soft">
          {words.documents(formatNumber(told.inIt), count(documents.length, "document"))}
          {told.unclear > 0 && words.unclear(told.unclear, formatNumber(told.unclear))}.
        </span>
      </p>
    </section>
  );
}
