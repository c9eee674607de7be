import type { Problem } from "../../document/document.ts";

/** What was wrong with files: where, what, and the mend. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.file}:${problem.line}:${problem.message}`}>
          <span className="code">
            {problem.file}
            {problem.line !== null && `:${problem.line}`}
          </span>{" "}
          {problem.message} <span className="soft">{problem.mend}</span>
        </li>
      ))}
    </ul>
  );
}
