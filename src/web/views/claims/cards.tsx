import { useMemo } from "react";
import type { ClaimRow, Stance } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { atOnce, Folded } from "../../parts/folded.tsx";
import { count } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import type { Column } from "../../parts/sides.ts";
import { SideLabel } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { stances } from "../../parts/stances.ts";
import { partReader, type SourcePart } from "./columns.ts";
import { ClaimHead } from "./head.tsx";
import { SourceCell } from "./source-cell.tsx";

/** The same answer where there is no room for a table: one card per claim, sources by side. */
export function Cards({
  rows,
  route,
  label,
}: {
  rows: readonly ClaimRow[];
  route: Route;
  label: string;
}) {
  return (
    <section aria-label={label}>
      <ul className="cards">
        {rows.map((row) => (
          <li className="card" key={row.id}>
            <ClaimHead row={row} route={route} />
            <Parts row={row} route={route} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of many sources that speak, so many stand before the fold. */
const speakersAhead = 6;

type Told = { readonly column: Column; readonly part: SourcePart };

/** What each source does with a claim, by side and then by what it does. */
function Parts({ row, route }: { row: ClaimRow; route: Route }) {
  const lookup = useCase();
  const sides = useMemo(() => {
    const partOf = partReader(lookup);
    return lookup.groups.map((group) => ({
      group,
      told: group.columns.map((column): Told => ({ column, part: partOf(row, column) })),
    }));
  }, [row, lookup]);
  return (
    <>
      {sides.map(({ group, told }) => (
        <div key={group.id ?? "unaligned"} className="card-side">
          <SideLabel side={group.id} />
          {stances.map((stance) => (
            <OfStance
              key={stance}
              stance={stance}
              told={told.filter(({ part }) => part.stances[0] === stance)}
              row={row}
              route={route}
            />
          ))}
        </div>
      ))}
    </>
  );
}

function OfStance(props: { stance: Stance; told: readonly Told[]; row: ClaimRow; route: Route }) {
  const { stance, told, row, route } = props;
  if (told.length === 0) return null;
  const isQuiet = stance === "silent" || stance === "unknown";
  return (
    <div className={isQuiet ? "quiet" : "speaking"}>
      {isQuiet && told.length <= atOnce && (
        <span>
          <StanceGlyph stance={stance} /> {stance}:
        </span>
      )}
      <Folded
        items={told}
        keyOf={({ column }) => column.id}
        ahead={isQuiet ? 0 : speakersAhead}
        name={
          <>
            <StanceGlyph stance={stance} /> {stance}:{" "}
            {isQuiet
              ? count(told.length, "source")
              : count(told.length - speakersAhead, "more source")}
          </>
        }
      >
        {({ column, part }) =>
          isQuiet ? (
            <a href={link("claims", [row.id, part.documentId], route.query)}>
              <bdi>{column.name}</bdi>
            </a>
          ) : (
            <>
              <bdi>{column.name}</bdi>
              <SourceCell row={row} column={column} part={part} route={route} />
            </>
          )
        }
      </Folded>
    </div>
  );
}
