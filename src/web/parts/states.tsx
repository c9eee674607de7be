import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AnswerError } from "../api/client.ts";
import { texts } from "../texts.ts";

/** Shows what a query gives, and meanwhile or instead: waiting, or what went wrong and the mend. */
export function Answer<T>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<T, Error>, "data" | "error">;
  children: (value: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailureNote error={query.error} />;
  return (
    <p className="waiting" role="status">
      {texts.shared.reading}
    </p>
  );
}

export function FailureNote({ error }: { error: Error }) {
  return (
    <div className="failure" role="alert">
      <p>{error.message}</p>
      {error instanceof AnswerError && <p>{error.mend}</p>}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** A view's heading: the question, and how to read the answer. */
export function Heading({ question, children }: { question: string; children: ReactNode }) {
  return (
    <header className="heading">
      <h1>{question}</h1>
      <p>{children}</p>
    </header>
  );
}
