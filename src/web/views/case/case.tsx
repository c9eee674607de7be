import { useCase } from "../../parts/case.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { link } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { DocumentList } from "./documents.tsx";
import { MostTelling } from "./telling.tsx";
import "./case.css";

/** The front page: what is in the case, and a way into each question. */
export function CaseView() {
  const { overview, groups } = useCase();
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
    <>
      <header className="heading front">
        <h1>{overview.title}</h1>
        <p>
          {count(counts.documents, "document")} from {count(counts.sources, "source")},{" "}
          {formatNumber(counts.words)} words. Parallax shows who says what, in which words and from
          where. It does not say who is right.
        </p>
      </header>
      <nav className="ways" aria-label="Questions">
        {ways.map((way) => (
          <a key={way.view} href={link(way.view)}>
            <strong>{way.question}</strong>
            <span>{way.answer}</span>
          </a>
        ))}
      </nav>
      <MostTelling />
      <section className="sides" aria-label="Sides">
        {groups.map((group) => (
          <div key={group.id ?? "unaligned"} style={{ "--side": sideColour(group.position) }}>
            <h2>{group.name}</h2>
            <p>
              {group.columns
                .slice(0, 40)
                .map((column) => column.name)
                .join(", ")}
              {group.columns.length > 40 && ` and ${group.columns.length - 40} more`}
            </p>
          </div>
        ))}
      </section>
      {overview.problems.length > 0 && (
        <section className="problems">
          <h2>{count(overview.problems.length, "problem")} with the files</h2>
          <ul>
            {overview.problems.map((problem) => (
              <li key={`${problem.file}:${problem.line}:${problem.message}`}>
                <span className="code">
                  {problem.file}
                  {problem.line !== null && `:${problem.line}`}
                </span>{" "}
                {problem.message} <span className="soft">{problem.mend}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Documents</h2>
        <DocumentList />
      </section>
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
