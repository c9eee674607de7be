import { withoutMarks } from "../../../document/in-words.ts";
import type { Overview } from "../../../serve/types.ts";
import { isolated, written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { link } from "../../parts/route.ts";
import { SideLabel } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";

const words = texts.home.told;

/** Names said before the rest is counted. */
const namesSaid = 3;

type Of<K extends keyof Overview["telling"]> = NonNullable<Overview["telling"][K]>;

/** The claim on which most sources stand against each other. */
export function ClaimTold({ claim }: { claim: Of<"claim"> }) {
  return (
    <article className="told">
      <p className="kicker">{words.contested}</p>
      <h2>
        <a href={link("claims", [claim.id])}>
          <bdi {...written(claim.statement)}>
            <Words text={withoutMarks(claim.statement)} />
          </bdi>
        </a>
      </h2>
      <ul>
        {(["asserts", "attributes", "denies"] as const).map(
          (stance) =>
            claim[stance].length > 0 && (
              <li key={stance}>
                <StanceGlyph stance={stance} /> {words.stances[stance]}{" "}
                <Names ids={claim[stance]} />
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
      <p className="kicker">{words.silent}</p>
      <h3>
        <a href={link("silence", [silence.id])}>
          <bdi {...written(silence.statement)}>
            <Words text={withoutMarks(silence.statement)} />
          </bdi>
        </a>
      </h3>
      <ul>
        <li>
          <SideLabel side={silence.carriedBySide} /> {words.says} <Names ids={silence.carriedBy} />
        </li>
        <li>
          <SideLabel side={silence.absentSide} /> {words.silentIn} <Names ids={silence.silent} />
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
      {names.map(isolated).join(", ")}
      {ids.length > namesSaid && texts.shared.andMore(formatNumber(ids.length - namesSaid))}
    </span>
  );
}
