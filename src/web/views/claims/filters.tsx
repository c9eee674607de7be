import type { ClaimSort, Page } from "../../../serve/types.ts";
import { carriedInWords } from "../../parts/carried.ts";
import { useCase } from "../../parts/case.tsx";
import { Find } from "../../parts/find.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { type Route, refilter } from "../../parts/route.ts";
import { texts } from "../../texts.ts";

const { sorts, stances, origins } = texts.claims;

/** What is chosen from lists: folded where there is little room. */
const narrowing = ["stance", "side", "carried", "origin"] as const;

/** How the claims are narrowed and ordered; each choice tells how many claims it leaves. */
export function Filters({
  page,
  route,
}: {
  page: Pick<Page<unknown>, "facets" | "found" | "all">;
  route: Route;
}) {
  const { groups, overview } = useCase();
  const { facets, found, all } = page;
  const { query } = route;
  const isNarrow = useNarrow();
  const isNarrowed = ["q", "only", "topic", ...narrowing].some((name) => query[name]);
  const choices = (
    <>
      <Choice
        label={texts.claims.stance}
        any={texts.claims.anyStance}
        name="stance"
        choices={Object.entries(stances)}
        counts={facets.stance}
        route={route}
      />
      {overview.sides.length > 0 && (
        <Choice
          label={texts.claims.side}
          any={texts.claims.anySide}
          name="side"
          choices={groups.map(({ id, shortName }) => [id ?? "unaligned", shortName])}
          counts={facets.side}
          route={route}
        />
      )}
      <Choice
        label={texts.claims.carried}
        any={texts.claims.anyCarried}
        name="carried"
        choices={Object.keys(facets.carried ?? {}).map((carried) => [
          carried,
          carriedInWords(carried, (id) => groups.find((group) => group.id === id)?.shortName ?? id),
        ])}
        counts={facets.carried}
        route={route}
      />
      {overview.checklist.length > 0 && (
        <Choice
          label={texts.claims.origin}
          any={texts.claims.anyOrigin}
          name="origin"
          choices={Object.entries(origins)}
          counts={facets.origin}
          route={route}
        />
      )}
    </>
  );
  return (
    <search className="filters">
      <Find route={route} />
      {isNarrow ? (
        <details open={narrowing.some((name) => query[name])}>
          <summary>{texts.claims.narrow}</summary>
          <div>{choices}</div>
        </details>
      ) : (
        choices
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={query.only === "contested"}
          onChange={(e) => refilter(route, { only: e.target.checked ? "contested" : undefined })}
        />
        {texts.claims.contestedOnly}{" "}
        <small className="soft">{formatNumber(facets.only?.contested ?? 0)}</small>
      </label>
      <label>
        {texts.claims.sort}{" "}
        <select
          value={sorts[query.sort as ClaimSort] ? query.sort : "contested"}
          onChange={(e) => refilter(route, { sort: e.target.value })}
        >
          {Object.entries(sorts).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <output className="soft">
        {found < all
          ? texts.shared.ofAll(count(found, "claim"), formatNumber(all))
          : count(found, "claim")}
      </output>
      {isNarrowed && (
        <button
          type="button"
          onClick={() =>
            refilter(route, {
              ...{
                q: "",
                stance: "",
                side: "",
                origin: "",
                carried: "",
                topic: "",
                only: undefined,
              },
            })
          }
        >
          {texts.claims.clear}
        </button>
      )}
    </search>
  );
}

function Choice({
  label,
  any,
  name,
  choices,
  counts,
  route,
}: {
  label: string;
  any: string;
  name: string;
  choices: readonly (readonly [string, string])[];
  counts: Readonly<Record<string, number>> | undefined;
  route: Route;
}) {
  return (
    <label>
      {label}{" "}
      <select
        value={route.query[name] ?? ""}
        onChange={(event) => refilter(route, { [name]: event.target.value })}
      >
        <option value="">{any}</option>
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words} ({formatNumber(counts?.[value] ?? 0)})
          </option>
        ))}
      </select>
    </label>
  );
}
