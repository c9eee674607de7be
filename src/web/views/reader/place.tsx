import type { ReactNode } from "react";
import type { DocumentView, Explanation } from "../../../serve/types.ts";
import { useExplanations } from "../../api/queries.ts";
import { JudgedSign } from "../../parts/judgements.tsx";
import { link, type Route } from "../../parts/route.ts";
import { Why } from "../../parts/why.tsx";
import { texts } from "../../texts.ts";
import { nameOf } from "./evidence.tsx";
import { kinds, type Mark } from "./marks.ts";

const words = texts.reader;

/** What is marked at the chosen place, and why; each mark opens its evidence. */
export function Place(props: {
  view: DocumentView;
  marks: readonly Mark[];
  hasPlace: boolean;
  route: Route;
}) {
  const { view, marks, hasPlace, route } = props;
  const explanations = useExplanations(marks.length > 0 ? view.card.id : undefined);
  const whyOf = ({ kind, index }: Mark) =>
    kind === "claims" ? undefined : explanations.data?.[kind][index];
  const evidenceOf = (index: number) =>
    link("reader", route.path, { ...route.query, evidence: String(index + 1) });
  return (
    <section className="place" aria-live="polite" aria-label={words.place}>
      {!hasPlace && <p className="soft small">{words.choosePlace}</p>}
      {hasPlace && marks.length === 0 && <p className="soft small">{words.noMarkHere}</p>}
      {marks.map((mark, index) => (
        <div key={`${mark.kind}${mark.start}-${mark.end}${mark.rule}`} className="reading">
          <h2>
            <bdi>{mark.title}</bdi> <small>{kinds[mark.kind]}</small>
            <JudgedSign mark={nameOf(mark, view.card.id)} />
          </h2>
          <dl className="origin">
            {mark.facts.map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
          </dl>
          <Reason mark={mark} why={whyOf(mark)} text={view.text} />
          <p className="small">
            <a href={evidenceOf(index)}>{texts.reader.evidence}</a>
          </p>
        </div>
      ))}
    </section>
  );
}

/** Why the reading was made; its rule alone until that is known. */
function Reason({ mark, why, text }: { mark: Mark; why: Explanation | undefined; text: string }) {
  if (why) return <Why why={why} text={text} />;
  return (
    <p className="soft small">
      {texts.shared.rule} <span className="code">{mark.rule}</span>
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
