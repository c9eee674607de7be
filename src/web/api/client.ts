import { type ClientResponse, hc } from "hono/client";
import type { App, Failure } from "../../serve/types.ts";
import { texts } from "../texts.ts";

/** The secret of this start, as the server wrote it into the page. */
const token = document.querySelector<HTMLMetaElement>('meta[name="parallax-token"]')?.content ?? "";

export const { api } = hc<App>(location.origin, { headers: { "x-parallax-token": token } });

/** The server's own words about what went wrong, with the mend. */
export class AnswerError extends Error {
  readonly mend: string;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = "AnswerError";
    this.mend = failure.mend;
  }
}

let run = 0;
const listeners = new Set<() => void>();

/**
 * Tells when an answer is of another run than those before: the case was analysed again, and what
 * was asked before is to be asked anew.
 */
export function onOtherRun(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** An answer that was on its way during the change may be of the run before: it counts, too. */
function noticeRun(response: ClientResponse<unknown>): void {
  const told = Number(response.headers.get("x-parallax-run") ?? 0);
  if (told === 0 || told === run) return;
  const isFirst = run === 0;
  run = Math.max(run, told);
  if (!isFirst) for (const listener of listeners) listener();
}

/** The answer as JSON. @throws AnswerError */
export async function read<T>(answer: Promise<ClientResponse<unknown>>): Promise<T> {
  const response = await answer.catch(() => {
    throw new AnswerError(texts.failures.noAnswer);
  });
  noticeRun(response);
  if (response.ok) return (await response.json()) as T;
  throw new AnswerError((await response.json()) as Failure);
}
