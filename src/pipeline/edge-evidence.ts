import type { ActionChunk, Actions } from "../document/action.ts";
import type { SharedAct } from "../spread/answer.ts";
import { findMeetings } from "../spread/evidence/find-meetings.ts";
import type { Engine } from "../store/actions/engine.ts";
import { type NamedMeeting, namedMeetings, putMeetings } from "../store/actions/meetings.ts";
import { textsOf } from "../store/posts/post-texts.ts";

/** Which of an edge's pairs of posts are asked for: so many, after so many. */
export type Page = { readonly from: number; readonly most: number };

/**
 * The pairs of posts behind one edge, by time, and how many there are: found as those behind all
 * edges are that are written to files, among the actions of the two accounts.
 */
export async function edgeMeetings(
  engine: Engine,
  actions: Actions,
  { a, b }: { readonly a: number; readonly b: number },
  windowSeconds: number,
  { from, most }: Page,
): Promise<{ readonly total: number; readonly meetings: readonly NamedMeeting[] }> {
  const [first, second] = a < b ? [a, b] : [b, a];
  const edge = { a: first, b: second, weight: 0, meanDeltaSeconds: 0, postsA: 0, postsB: 0 };
  const { meetings: total } = await putMeetings(engine, (put) =>
    findMeetings(ofTwo(actions, a, b), [edge], windowSeconds, put),
  );
  const meetings: NamedMeeting[] = [];
  let at = 0;
  for await (const meeting of namedMeetings(engine)) {
    const { a: one, b: other } = meeting;
    if (at >= from && meetings.length < most)
      meetings.push(a < b ? meeting : { ...meeting, a: other, b: one });
    at++;
  }
  return { total, meetings };
}

/** As {@link edgeMeetings}, with the words of the posts. */
export async function edgeActs(
  engine: Engine,
  actions: Actions,
  edge: { readonly a: number; readonly b: number },
  windowSeconds: number,
  page: Page,
): Promise<{ readonly total: number; readonly acts: readonly SharedAct[] }> {
  const { total, meetings } = await edgeMeetings(engine, actions, edge, windowSeconds, page);
  const texts = await textsOf(
    engine.connection,
    meetings.flatMap(({ a, b }) => [a.post, b.post]),
  );
  const postOf = ({ post, seconds, url }: NamedMeeting["a"]) => ({
    ...(texts.get(post) ?? { text: "", language: null }),
    ...{ seconds, url },
  });
  return {
    total,
    acts: meetings.map(({ object, a, b }) => ({ object, a: postOf(a), b: postOf(b) })),
  };
}

/** The actions of two accounts alone. */
function ofTwo(actions: Actions, a: number, b: number): Actions {
  return {
    ...actions,
    chunks: async function* () {
      for await (const chunk of actions.chunks()) {
        const rows: number[] = [];
        for (let row = 0; row < chunk.length; row++)
          if (chunk.account[row] === a || chunk.account[row] === b) rows.push(row);
        if (rows.length > 0) yield rowsOf(chunk, rows);
      }
    },
  };
}

function rowsOf(chunk: ActionChunk, rows: readonly number[]): ActionChunk {
  const of = (column: Int32Array) => Int32Array.from(rows, (row) => column[row] as number);
  return {
    length: rows.length,
    object: of(chunk.object),
    account: of(chunk.account),
    post: of(chunk.post),
    seconds: Float64Array.from(rows, (row) => chunk.seconds[row] as number),
  };
}
