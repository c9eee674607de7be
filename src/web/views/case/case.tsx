import { useEffect } from "react";
import { judgedQuestions } from "../../../document/judgement.ts";
import { useReviewedHead } from "../../api/queries.ts";
import { isolated, written } from "../../parts/bidi.ts";
import { CaseProvider, useCase } from "../../parts/case.tsx";
import { ReviewSwitch } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { Answer } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { DocumentList } from "./documents.tsx";
import { Glance } from "./glance.tsx";
import { Shape } from "./shape.tsx";
import "./case.css";

const words = texts.home;
const ways = words.ways;

/** Names said of a side before the rest is counted. */
const namesSaid = 40;

/** The front page: the shape of the disagreement on one screen, and a way into each question. */
export function CaseView({ route }: { route: Route }) {
  const { overview, groups } = useCase();
  const { counts } = overview;
  const { see, as } = route.query;
  const reviewed = useReviewedHead(as);
  useEffect(() => {
    if (see)
      document.getElementById(see === "problems" ? "problems" : "documents")?.scrollIntoView();
  }, [see]);
  return (
    <>
      <header className="heading front">
        <h1>
          <bdi {...written(overview.title)}>{overview.title}</bdi>
        </h1>
        <p>
          {counts.documents === 0 && !overview.posts
            ? words.empty
            : words.lead(
                count(counts.documents, "document"),
                count(counts.sources, "source"),
                formatNumber(counts.words),
              )}
        </p>
        <p className="small">
          <a href={link("add")}>{words.add}</a> · <a href={link("set-up")}>{words.setUp}</a>
        </p>
      </header>
      <ReviewSwitch of={drawnFrom} route={route} />
      {as === "reviewed" ? (
        <Answer query={reviewed}>
          {(head) => (
            <CaseProvider overview={{ ...overview, ...head }}>
              <Answers route={route} />
            </CaseProvider>
          )}
        </Answer>
      ) : (
        <Answers route={route} />
      )}
      <section className="sides" aria-label={words.sides}>
        {groups.map((group) => (
          <div key={group.id ?? "unaligned"} style={{ "--side": sideColour(group.position) }}>
            <h2>
              <bdi>{group.name}</bdi>
            </h2>
            <p>
              {group.columns
                .slice(0, namesSaid)
                .map((column) => isolated(column.name))
                .join(", ")}
              {group.columns.length > namesSaid &&
                texts.shared.andMore(formatNumber(group.columns.length - namesSaid))}
            </p>
          </div>
        ))}
      </section>
      <Problems />
      {counts.documents > 0 && (
        <section id="documents">
          <h2>{words.documents}</h2>
          <DocumentList see={see} />
        </section>
      )}
      <footer className="manifest">
        <dl>
          <dt>{texts.shared.product}</dt>
          <dd>{overview.manifest.version}</dd>
          {Object.entries(overview.manifest.parameters).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      </footer>
    </>
  );
}

const drawnFrom = judgedQuestions.map((question) => ({ question }));

/** What the answers come to, and the way into each. */
function Answers({ route }: { route: Route }) {
  return (
    <>
      <Shape />
      <Glance />
      <Ways as={route.query.as} />
    </>
  );
}

function Ways({ as }: { as: string | undefined }) {
  const { overview } = useCase();
  const { counts } = overview;
  const { questions: rows } = counts;
  const cards = [
    {
      view: "claims",
      question: texts.claims.question,
      answer: ways.claims(count(rows.claims, "claim"), formatNumber(counts.contestedClaims)),
    },
    {
      view: "figures",
      question: texts.figures.question,
      answer: ways.figures(
        count(rows.figures, "quantity"),
        formatNumber(counts.conflictingFigures),
      ),
    },
    {
      view: "wording",
      question: texts.wording.question,
      answer: count(rows.wording, "contested thing"),
    },
    {
      view: "silence",
      question: texts.silence.question,
      answer: count(rows.silence, "claim left out"),
    },
    {
      view: "sourcing",
      question: texts.sourcing.question,
      answer: ways.sourcing(count(rows.sourcing, "source")),
    },
    {
      view: "origins",
      question: texts.origins.question,
      answer: count(rows.origins, "text repeated"),
    },
    {
      view: "timeline",
      question: texts.timeline.question,
      answer: count(rows.timeline, "dated event"),
    },
    ...(overview.posts
      ? [
          {
            view: "spread",
            question: texts.spread.question,
            answer: words.postsCarry(
              count(overview.posts.posts, "post"),
              count(overview.posts.accounts, "account"),
            ),
          },
        ]
      : []),
  ];
  return (
    <nav className="ways" aria-label={words.questions}>
      {cards.map((way) => (
        <a key={way.view} href={link(way.view, [], as ? { as } : {})}>
          <strong>{way.question}</strong>
          <span>{way.answer}</span>
        </a>
      ))}
    </nav>
  );
}

function Problems() {
  const { overview } = useCase();
  const { problems, problemCount } = overview;
  if (problems.length === 0) return null;
  return (
    <section className="problems" id="problems">
      <h2>{words.problems(count(problemCount, "problem"))}</h2>
      <ProblemList problems={problems} />
      {problemCount > problems.length && (
        <p className="soft">
          {words.problemsShown(formatNumber(problems.length), formatNumber(problemCount))}
        </p>
      )}
    </section>
  );
}
