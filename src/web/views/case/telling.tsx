import { withoutMarks } from "../../../document/in-words.ts";
import type { Overview } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { link } from "../../parts/route.ts";
import { SideLabel } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";

/** Names said before the rest is counted. */
const namesSaid = 3;

type Of<K extends keyof Overview["telling"]> = NonNullable<Overview["telling"][K]>;

/** The claim on which most sources stand against each other. */
export function ClaimTold({ claim }: { claim: Of<"claim"> }) {
  return (
    <article className="told">
      <p className="kicker">Most sources stand against each other on</p>
      <h2>
        <a href={link("claims", [claim.id])}>{withoutMarks(claim.statement)}</a>
      </h2>
      <ul>
        {(["asserts", "attributes", "denies"] as const).map(
          (stance) =>
            claim[stance].length > 0 && (
              <li key={stance}>
                <StanceGlyph stance={stance} /> {stance}: <Names ids={claim[stance]} />
              </li>
            ),
        )}
      </ul>
    </article>
  );
}

/** The claim on which most sources of another side are silent. */
export function SilenceTold({ silence }: { silence: Of<"silence"> }) {
  return (
    <article className="told">
      <p className="kicker">Most are silent on</p>
      <h3>
        <a href={link("silence", [silence.id])}>{withoutMarks(silence.statement)}</a>
      </h3>
      <ul>
        <li>
          <SideLabel side={silence.carriedBySide} /> says it: <Names ids={silence.carriedBy} />
        </li>
        <li>
          <SideLabel side={silence.absentSide} /> silent in documents of:{" "}
          <Names ids={silence.silent} />
        </li>
      </ul>
    </article>
  );
}

function Names({ ids }: { ids: readonly string[] }) {
  const { column } = useCase();
  const names = ids.slice(0, namesSaid).map((id) => column(id)?.name ?? id);
  return (
    <span className="soft">
      {names.join(", ")}
      {ids.length > namesSaid && ` and ${formatNumber(ids.length - namesSaid)} more`}
    </span>
  );
}
