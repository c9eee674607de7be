import { type ClientResponse, hc } from "hono/client";
import type { App, Failure } from "../../serve/types.ts";

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

/** The answer as JSON. @throws AnswerError */
export async function read<T>(answer: Promise<ClientResponse<unknown>>): Promise<T> {
  const response = await answer.catch(() => {
    throw new AnswerError({
      message: "parallax does not answer",
      mend: "is it still running? start it again and reload this page",
    });
  });
  if (response.ok) return (await response.json()) as T;
  throw new AnswerError((await response.json()) as Failure);
}
