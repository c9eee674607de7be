import { judgedQuestions, type PlacedJudgement } from "../../../document/judgement.ts";
import { written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { formatInstant } from "../../parts/dates.ts";
import { useJudgements, useJudging } from "../../parts/judgements.tsx";
import { usePaged } from "../../parts/paging.tsx";
import { type Route, refilter } from "../../parts/route.ts";
import { readerLink, SideLabel, SourceName } from "../../parts/source.tsx";
import { Empty, FailureNote, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import "./judgements.css";

const words = texts.evidence.judging;
const shownAtOnce = 50;

export function JudgementsView({ route }: { route: Route }) {
  const { all } = useJudgements();
  const only = judgedQuestions.find((question) => question === route.query.only);
  const own = only === undefined ? all : all.filter(({ question }) => question === only);
  const lost = own.filter(({ state }) => state !== "placed");
  const placed = own.filter(({ state }) => state === "placed").reverse();
  const { shown, more } = usePaged(placed, shownAtOnce);
  return (
    <>
      <Heading question={words.heading}>{words.lead}</Heading>
      {all.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <search className="filters">
          <label>
            {words.show}{" "}
            <select
              value={only ?? ""}
              onChange={(event) => refilter(route, { only: event.target.value || undefined })}
            >
              <option value="">{words.every}</option>
              {judgedQuestions.map((question) => (
                <option key={question} value={question}>
                  {words.questions[question]}
                </option>
              ))}
            </select>
          </label>
          <output className="soft">{words.judgedHere(own.length)}</output>
        </search>
      )}
      {lost.length > 0 && (
        <section className="orphans" aria-labelledby="orphans">
          <h2 id="orphans">{words.lostHeading}</h2>
          <p className="soft">{words.lostLead}</p>
          <List judgements={lost} />
        </section>
      )}
      <List judgements={shown} />
      {more}
    </>
  );
}

function List({ judgements }: { judgements: readonly PlacedJudgement[] }) {
  const { author } = useJudgements();
  const { undo } = useJudging();
  return (
    <>
      {undo.error && <FailureNote error={undo.error} />}
      <ul className="judgement-list">
        {judgements.map((one) => (
          <li key={one.id}>
            <p className="judgement-head">
              <b>{words.by[one.act](one.author)}</b>{" "}
              <span className="soft">{formatInstant(one.at)}</span>
              <button
                type="button"
                disabled={undo.isPending}
                onClick={() => undo.mutate({ id: one.id, author: author ?? one.author })}
              >
                {words.undo}
              </button>
            </p>
            {one.note && <p dir="auto">{one.note}</p>}
            <p className="judged-mark">
              <span className="badge">{words.questions[one.question]}</span> {one.about}
              {one.says !== "" && <span className="soft"> ({one.says})</span>}
            </p>
            <Where judgement={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Where({ judgement }: { judgement: PlacedJudgement }) {
  const { card } = useCase();
  const { place, anchor, state } = judgement;
  const id = place?.documentId ?? judgement.documentId;
  const own = card(id);
  return (
    <p className="small soft">
      {own ? (
        <>
          <SourceName id={own.sourceId} /> <SideLabel side={own.side} />{" "}
        </>
      ) : (
        <span className="code">{id} </span>
      )}
      {anchor ? <q {...written(anchor.exact, own?.language)}>{anchor.exact}</q> : words.whole}{" "}
      {own && <a href={readerLink(id, place ?? undefined)}>{texts.shared.openInReader}</a>}
      {state !== "placed" && <b className="state"> {words.states[state]}</b>}
    </p>
  );
}
