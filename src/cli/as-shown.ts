import type { Findings } from "../compare/findings.ts";
import type { Places } from "../compare/wording/places.ts";
import type { DocumentCard, Side } from "../document/case.ts";
import { currentPeriod, isToldBySeveral, periodsOf, startOf } from "../document/periods.ts";
import { timeStretch } from "../document/time-stretch.ts";
import type { AsShown } from "../report/html/filters.ts";
import {
  itemsOfList,
  type List,
  type ListCase,
  type ListQuery,
  listCaseOf,
} from "../serve/lists/list.ts";
import { lists } from "../serve/lists/lists.ts";
import { documentsByRow } from "../serve/lists/wording.ts";

/**
 * Leaves of the findings what the workbench shows under the filters of an address, in its order.
 * `places`, where labels are used, is only asked for things that a stretch of time is to leave.
 */
export function createAsShown(
  overview: { readonly sides: readonly Side[]; readonly documents: readonly DocumentCard[] },
  places: readonly Places[] | null,
): AsShown {
  const users = places && documentsByRow(places);
  const lookup: ListCase = {
    ...listCaseOf(overview),
    ...(users && { usedIn: (rowId: string) => users.get(rowId) ?? [] }),
  };
  return (question, findings, query) => {
    const stretch = timeStretch(query.from, query.to);
    const asked: ListQuery = {
      ...query,
      since: stretch?.from ?? undefined,
      until: stretch?.to ?? undefined,
    };
    const left = <T, R>(list: List<T, R>) => itemsOfList(list, findings, lookup, asked);
    const of = (part: Partial<Findings>, chosen: ListQuery) => ({
      findings: { ...findings, ...part },
      chosen,
    });
    switch (question) {
      case "claims":
        return of({ claims: left(lists.claims).items }, asked);
      case "figures": {
        const { items, query: chosen } = left(lists.figures);
        return of({ figures: items }, { ...asked, ...chosen });
      }
      case "wording":
        return of({ wording: { ...findings.wording, rows: left(lists.wording).items } }, asked);
      case "silence":
        return of({ silence: left(lists.silence).items }, asked);
      case "origins":
        return of({ origins: left(lists.origins).items }, asked);
      case "sourcing": {
        const { sourcing } = findings;
        const whole = { sides: sourcing.sides, anonymous: sourcing.anonymous };
        // What is reckoned over all sources is not shown where some are looked for.
        const [reckoned, citations] = query.q
          ? [{ sides: [], anonymous: [] }, []]
          : [whole, left(lists.citations).items];
        const [rows, chains] = [left(lists.sourcing).items, left(lists.chains).items];
        return of({ sourcing: { ...sourcing, ...reckoned, rows, chains, citations } }, asked);
      }
      case "timeline": {
        const events = left(lists.timeline).items.filter(
          (event) => query.only !== "several" || isToldBySeveral(event),
        );
        const periods = periodsOf(events);
        const period = currentPeriod(periods, query.period, undefined);
        const shown = new Set(period?.events);
        const timeline = events.filter((event) => shown.has(event) || Number.isNaN(startOf(event)));
        const isWhole = timeline.length === events.length;
        return of({ timeline }, { ...asked, period: isWhole ? undefined : period?.key });
      }
    }
  };
}
