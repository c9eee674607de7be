import { AnswerError } from "../api/client.ts";
import { texts } from "../texts.ts";
import { useAddToReport, useReport } from "../views/chosen/queries.ts";
import { link, type Route } from "./route.ts";

const words = texts.report;

/** Views whose places a report can show. */
const shown = new Set([
  ...["claims", "figures", "wording", "silence", "sourcing", "origins", "timeline"],
  ...["spread", "reach", "pile-ons", "reader"],
]);

/** Views of which only what is chosen in them can be put into a report. */
const isOfPlaces = new Set(["reader", "reach", "pile-ons"]);

/** Puts what the page shows into the user's report; says when it is in it. */
export function AddToReport({ route }: { route: Route }) {
  const report = useReport();
  const add = useAddToReport();
  const address = link(route.view, route.path, route.query);
  const items = report.data?.chosen.items ?? [];
  const item = items.find((one) => one.address === address);
  const failure = add.variables === address ? add.error : null;
  const isPlace = shown.has(route.view) && !(isOfPlaces.has(route.view) && route.path.length === 0);
  return (
    <span className="add">
      {isPlace && (
        <button
          type="button"
          disabled={item !== undefined || add.isPending}
          onClick={() => add.mutate(address)}
        >
          {item ? words.isIn : words.add}
        </button>
      )}
      <span className="unseen" role="status">
        {item && add.variables === address ? words.added(item.label) : ""}
      </span>
      {failure && (
        <span className="said" role="alert">
          {failure.message}
          {failure instanceof AnswerError && <>: {failure.mend}</>}
        </span>
      )}
      <a href={link("report")} aria-current={route.view === "report" ? "page" : undefined}>
        {words.name}
        {items.length > 0 && <span className="count"> {items.length}</span>}
      </a>
    </span>
  );
}
