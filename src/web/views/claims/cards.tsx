import { useMemo } from "react";
import type { Cell, Claim } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { atOnce, Folded } from "../../parts/folded.tsx";
import { count } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import type { Column } from "../../parts/sides.ts";
import { SideLabel } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { stances } from "../../parts/stances.ts";
import { cellsOf } from "./cells.ts";
import { ClaimHead, SourceCell } from "./matrix.tsx";
import { sourceStances } from "./sort.ts";

/** The same answer where there is no room for a table: one card per claim, sources by side. */
export function Cards({
  claims,
  route,
  label,
}: {
  claims: readonly Claim[];
  route: Route;
  label: string;
}) {
  return (
    <section aria-label={label}>
      <ul className="cards">
        {claims.map((claim) => (
          <Card key={claim.id} claim={claim} route={route} />
        ))}
      </ul>
    </section>
  );
}

/** Of many sources that speak, so many stand before the fold. */
const speakersAhead = 6;

/** What a source does with the claim: its documents' cells, and the first of their stances. */
type Told = {
  readonly column: Column;
  readonly cells: readonly Cell[];
  readonly stance: Cell["stance"];
};

function Card({ claim, route }: { claim: Claim; route: Route }) {
  const lookup = useCase();
  const sides = useMemo(() => {
    const cells = cellsOf(claim, lookup);
    return lookup.groups.map((group) => ({
      group,
      told: group.columns.map((column): Told => {
        const own = column.documentIds.flatMap(cells);
        return { column, cells: own, stance: sourceStances(own)[0] ?? "unknown" };
      }),
    }));
  }, [claim, lookup]);
  return (
    <li className="card">
      <ClaimHead claim={claim} route={route} />
      {sides.map(({ group, told }) => (
        <div key={group.id ?? "unaligned"} className="card-side">
          <SideLabel side={group.id} />
          {stances.map((stance) => {
            const own = told.filter((one) => one.stance === stance);
            if (own.length === 0) return null;
            const isQuiet = stance === "silent" || stance === "unknown";
            return (
              <div key={stance} className={isQuiet ? "quiet" : "speaking"}>
                {isQuiet && own.length <= atOnce && (
                  <span>
                    <StanceGlyph stance={stance} /> {stance}:
                  </span>
                )}
                <Folded
                  items={own}
                  keyOf={({ column }) => column.id}
                  ahead={isQuiet ? 0 : speakersAhead}
                  name={
                    isQuiet ? (
                      <>
                        <StanceGlyph stance={stance} /> {stance}: {count(own.length, "source")}
                      </>
                    ) : (
                      <>
                        <StanceGlyph stance={stance} /> {stance}:{" "}
                        {count(own.length - speakersAhead, "more source")}
                      </>
                    )
                  }
                >
                  {(one) =>
                    isQuiet ? (
                      <a
                        href={link(
                          "claims",
                          [claim.id, one.cells[0]?.documentId ?? ""],
                          route.query,
                        )}
                      >
                        {one.column.name}
                      </a>
                    ) : (
                      <>
                        <span>{one.column.name}</span>
                        <SourceCell
                          claim={claim}
                          column={one.column}
                          cells={one.cells}
                          route={route}
                        />
                      </>
                    )
                  }
                </Folded>
              </div>
            );
          })}
        </div>
      ))}
    </li>
  );
}
