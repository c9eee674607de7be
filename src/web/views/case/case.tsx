import { useEffect } from "react";
import { useCase } from "../../parts/case.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { ProblemList } from "../../parts/problem-list.tsx";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { texts } from "../../texts.ts";
import { DocumentList } from "./documents.tsx";
import { Glance } from "./glance.tsx";
import { Shape } from "./shape.tsx";
import "./case.css";

const words = texts.home;

/** Names said of a side before the rest is counted. */
const namesSaid = 40;

/** The front page: the shape of the disagreement on one screen, and a way into each question. */
export function CaseView({ route }: { route: Route }) {
  const { overview, groups } = useCase();
  const { counts } = overview;
  const { see } = route.query;
  useEffect(() => {
    if (see)
      document.getElementById(see === "problems" ? "problems" : "documents")?.scrollIntoView();
  }, [see]);
  return (
    <>
      <header className="heading front">
        <h1>{overview.title}</h1>
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
      <Shape />
      <Glance />
      <Ways />
      <section className="sides" aria-label={words.sides}>
        {groups.map((group) => (
          <div key={group.id ?? "unaligned"} style={{ "--side": sideColour(group.position) }}>
            <h2>{group.name}</h2>
            <p>
              {group.columns
                .slice(0, namesSaid)
                .map((column) => column.name)
                .join(", ")}
              {group.columns.length > namesSaid && ` and ${group.columns.length - namesSaid} more`}
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
          <dt>Parallax</dt>
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

function Ways() {
  const { overview } = useCase();
  const { counts } = overview;
  const { questions: rows } = counts;
  const ways = [
    {
      view: "claims",
      question: "Who says it?",
      answer: `${count(rows.claims, "claim")}, ${formatNumber(counts.contestedClaims)} contested`,
    },
    {
      view: "figures",
      question: "How many?",
      answer: `${count(rows.figures, "quantity", "quantities")}, ${formatNumber(counts.conflictingFigures)} in conflict`,
    },
    {
      view: "wording",
      question: "In which words?",
      answer: count(rows.wording, "contested thing"),
    },
    {
      view: "silence",
      question: "Who is silent?",
      answer: count(rows.silence, "claim that others leave out", "claims that others leave out"),
    },
    {
      view: "sourcing",
      question: "Says who?",
      answer: `${count(rows.sourcing, "source")} and whom they quote`,
    },
    {
      view: "origins",
      question: "Copied from where?",
      answer: count(rows.origins, "text that others repeat", "texts that others repeat"),
    },
    { view: "timeline", question: "When?", answer: count(rows.timeline, "dated event") },
    ...(overview.posts
      ? [
          {
            view: "spread",
            question: "Who carried it?",
            answer: `${count(overview.posts.posts, "post")} by ${count(overview.posts.accounts, "account")}`,
          },
        ]
      : []),
  ];
  return (
    <nav className="ways" aria-label="Questions">
      {ways.map((way) => (
        <a key={way.view} href={link(way.view)}>
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
      <h2>{count(problemCount, "problem")} with the files</h2>
      <ProblemList problems={problems} />
      {problemCount > problems.length && (
        <p className="soft">
          {formatNumber(problems.length)} of {formatNumber(problemCount)} shown
        </p>
      )}
    </section>
  );
}
