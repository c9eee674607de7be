import type { Claim } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { link, type Route } from "../../parts/route.ts";
import { SideLabel } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { cellsOf } from "./cells.ts";
import { ClaimHead, SourceCell } from "./matrix.tsx";
import { sourceStances } from "./sort.ts";

/** The same answer where there is no room for a table: one card per claim, sources by side. */
export function Cards({ claims, route }: { claims: readonly Claim[]; route: Route }) {
  return (
    <ul className="cards">
      {claims.map((claim) => (
        <Card key={claim.id} claim={claim} route={route} />
      ))}
    </ul>
  );
}

function Card({ claim, route }: { claim: Claim; route: Route }) {
  const lookup = useCase();
  const { groups } = lookup;
  const cells = cellsOf(claim, lookup);
  return (
    <li className="card">
      <ClaimHead claim={claim} route={route} />
      {groups.map((group) => {
        const told = group.columns.map((column) => {
          const own = column.documentIds.flatMap(cells);
          return { column, own, taken: sourceStances(own) };
        });
        const quiet = (stance: "silent" | "unknown") =>
          told.filter(({ taken }) => taken[0] === stance);
        return (
          <div key={group.id ?? "unaligned"} className="card-side">
            <SideLabel side={group.id} />
            <ul>
              {told
                .filter(({ taken }) => taken[0] !== "silent" && taken[0] !== "unknown")
                .map(({ column, own }) => (
                  <li key={column.id}>
                    <span>{column.name}</span>
                    <SourceCell claim={claim} column={column} cells={own} route={route} />
                  </li>
                ))}
              {(["silent", "unknown"] as const).map(
                (stance) =>
                  quiet(stance).length > 0 && (
                    <li key={stance} className="quiet">
                      <StanceGlyph stance={stance} /> {stance}:{" "}
                      {quiet(stance).map(({ column, own }, index) => (
                        <span key={column.id}>
                          {index > 0 && ", "}
                          <a
                            href={link("claims", [claim.id, own[0]?.documentId ?? ""], route.query)}
                          >
                            {column.name}
                          </a>
                        </span>
                      ))}
                    </li>
                  ),
              )}
            </ul>
          </div>
        );
      })}
    </li>
  );
}
