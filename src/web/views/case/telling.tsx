import { formatDate, withoutMarks } from "../../../document/in-words.ts";
import type { Overview } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { link } from "../../parts/route.ts";
import { SideLabel } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";

/** Names said before the rest is counted. */
const namesSaid = 3;

/** The most telling answer of three kinds: what an editor wants to see first. */
export function MostTelling() {
  const { overview } = useCase();
  const { claim, figure, silence } = overview.telling;
  if (!claim && !figure && !silence) return null;
  return (
    <section className="telling" aria-label="Most telling">
      {claim && <ClaimTold claim={claim} />}
      {figure && <FigureTold figure={figure} />}
      {silence && <SilenceTold silence={silence} />}
    </section>
  );
}

type Of<K extends keyof Overview["telling"]> = NonNullable<Overview["telling"][K]>;

function ClaimTold({ claim }: { claim: Of<"claim"> }) {
  return (
    <article>
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

function FigureTold({ figure }: { figure: Of<"figure"> }) {
  const about = [figure.unit, figure.place, figure.edtf && formatDate(figure.edtf)];
  return (
    <article>
      <p className="kicker">The numbers most disagree on</p>
      <h2>
        <a href={link("figures", [figure.id])}>{figure.what}</a>{" "}
        <small>{about.filter(Boolean).join(" · ")}</small>
      </h2>
      <p className="numbers">
        {figure.values.slice(0, 8).map(formatNumber).join(" · ")}
        {figure.values.length > 8 && ` and ${formatNumber(figure.values.length - 8)} more`}
      </p>
      <p className="soft">in {count(figure.documents, "document")}; not all can hold</p>
    </article>
  );
}

function SilenceTold({ silence }: { silence: Of<"silence"> }) {
  return (
    <article>
      <p className="kicker">Most are silent on</p>
      <h2>
        <a href={link("silence", [silence.id])}>{withoutMarks(silence.statement)}</a>
      </h2>
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
