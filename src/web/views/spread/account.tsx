import { count } from "../../parts/numbers.ts";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { Answer } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { EdgesTable } from "./edges.tsx";
import { type Question, useAccount } from "./queries.ts";

const words = texts.spread.account;

/** The pairs of one account, in a group or in none. */
export function AccountSection({
  account,
  question,
  route,
}: {
  account: string;
  question: Question;
  route: Route;
}) {
  const element = useReveal<HTMLElement>(account);
  const query = useAccount(question, account);
  return (
    <section className="group" ref={element} aria-label={words.title(account)}>
      <h2>
        {words.title(account)}{" "}
        <a
          className="close-section"
          href={link("spread", route.path.slice(0, 1), { ...route.query, account: undefined })}
        >
          {words.close}
        </a>
      </h2>
      <Answer query={query}>
        {({ edges, edgeCount, group }) => (
          <>
            <p>
              {words.tied(count(edgeCount, "account"))},{" "}
              {group === null ? (
                words.inNone
              ) : (
                <a href={link("spread", [String(group)], { ...route.query, account: undefined })}>
                  {words.inGroup(group)}
                </a>
              )}
              .
            </p>
            <EdgesTable
              edges={edges}
              all={edgeCount}
              whose={account}
              under={group === null ? "pair" : String(group)}
              route={route}
            />
          </>
        )}
      </Answer>
    </section>
  );
}
