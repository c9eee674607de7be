import type { UseQueryResult } from "@tanstack/react-query";
import type { SetUpPreview } from "../../../serve/types.ts";
import { Folded } from "../../parts/folded.tsx";
import { count } from "../../parts/numbers.ts";
import { Answer } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";

const words = texts.setUp;

/** What saving would change, before it is saved. */
export function Preview({
  query,
  isChanged,
  statements: [before, after],
}: {
  query: UseQueryResult<SetUpPreview, Error>;
  isChanged: boolean;
  statements: readonly [before: string, after: string];
}) {
  if (!isChanged) return <p className="soft">{words.unchanged}</p>;
  return (
    <Answer query={query}>
      {({ moved, readAnew, unplaced, problems, text, fields }) => (
        <div aria-busy={query.isFetching}>
          {fields.length === 0 && (
            <ul className="effects">
              <li>
                {readAnew === 0 ? words.readNone : words.readAnew(count(readAnew, "document"))}{" "}
                <span className="soft">{words.compared}</span>
              </li>
              {before !== after && <li>{words.statements(before, after)}</li>}
              {moved.length > 0 && <li>{words.moved(count(moved.length, "document"))}</li>}
              {unplaced > 0 && <li>{words.unplaced(count(unplaced, "document"))}</li>}
              {problems.map((problem) => (
                <li key={`${problem.line}:${problem.message}`}>
                  {problem.message} <span className="soft">{problem.mend}</span>
                </li>
              ))}
            </ul>
          )}
          {moved.length > 0 && (
            <Folded
              items={moved}
              name={words.moved(count(moved.length, "document"))}
              keyOf={({ file }) => file}
            >
              {({ file, from, to }) => (
                <>
                  <span className="code">{file}</span>{" "}
                  <span className="soft">
                    {words.move(
                      words.place(from.source, from.side ?? words.unaligned),
                      words.place(to.source, to.side ?? words.unaligned),
                    )}
                  </span>
                </>
              )}
            </Folded>
          )}
          <details>
            <summary>{words.file}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
            <pre tabIndex={0}>{text}</pre>
          </details>
        </div>
      )}
    </Answer>
  );
}
