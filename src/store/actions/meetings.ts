import { readFileSync } from "node:fs";
import type { Engine } from "./engine.ts";

/** A meeting by numbers, as it is put. */
type Numbered = {
  readonly edge: number;
  readonly object: number;
  readonly postA: number;
  readonly postB: number;
  readonly secondsA: number;
  readonly secondsB: number;
};

/** One post of a meeting and where it is: on its platform, and in the file that was read. */
export type MeetingSide = {
  readonly post: string;
  readonly seconds: number;
  readonly url: string | null;
  readonly file: string | null;
  readonly line: number | null;
};

export type NamedMeeting = {
  readonly edge: number;
  readonly object: string;
  readonly a: MeetingSide;
  readonly b: MeetingSide;
};

const meetingsSql = readFileSync(new URL("./meetings.sql", import.meta.url), "utf8");
/** So many wait in memory before they are handed over. */
const mostPending = 100_000;

/** Makes the empty table `meeting` and fills it by what `walk` puts, while actions are streamed. */
export async function putMeetings<T>(
  engine: Engine,
  walk: (put: (meeting: Numbered) => void) => Promise<T>,
): Promise<T> {
  await engine.connection.run(
    `create or replace table meeting (edge integer, object integer, post_a integer, post_b integer,
       seconds_a double, seconds_b double)`,
  );
  const other = await engine.connect();
  try {
    const appender = await other.createAppender("meeting");
    let pending = 0;
    try {
      return await walk(({ edge, object, postA, postB, secondsA, secondsB }) => {
        for (const number of [edge, object, postA, postB]) appender.appendInteger(number);
        appender.appendDouble(secondsA);
        appender.appendDouble(secondsB);
        appender.endRow();
        if (++pending % mostPending === 0) appender.flushSync();
      });
    } finally {
      appender.closeSync();
    }
  } finally {
    other.closeSync();
  }
}

/** The meetings that were put, by edge and time, one after the other. */
export async function* namedMeetings({ connection }: Engine): AsyncGenerator<NamedMeeting> {
  const stream = await connection.stream(meetingsSql);
  for await (const rows of stream.yieldRowsJs())
    for (const [edge, object, ...sides] of rows)
      yield {
        edge: edge as number,
        object: object as string,
        a: sideOf(sides),
        b: sideOf(sides.slice(5)),
      };
}

function sideOf([post, seconds, url, file, line]: readonly unknown[]): MeetingSide {
  return {
    post: post as string,
    seconds: seconds as number,
    url: url as string | null,
    file: file as string | null,
    line: line as number | null,
  };
}
