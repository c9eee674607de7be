import { basename } from "node:path";
import type { ShownAccount, ShownObject, ShownPost } from "../document/mask.ts";
import type { Evidence } from "../spread/evidence/evidence.ts";
import { findMeetings } from "../spread/evidence/find-meetings.ts";
import { isDrawn } from "../spread/graph/graph.ts";
import { allActions, type NamedAction } from "../store/actions/all-actions.ts";
import type { Engine } from "../store/actions/engine.ts";
import { type MeetingSide, namedMeetings, putMeetings } from "../store/actions/meetings.ts";
import type { Explored } from "./spread.ts";

/** One post of a meeting as it is shown. */
export type EvidenceSide = {
  readonly account: string;
  readonly post: string;
  readonly seconds: number;
  /** Null where it is not known, and where the account is masked: an address leads to it. */
  readonly url: string | null;
  /** Where the post stands in the files that were read; null for files of actions. */
  readonly file: string | null;
  readonly line: number | null;
};

export type EvidenceRow = {
  readonly object: string;
  readonly a: EvidenceSide;
  readonly b: EvidenceSide;
};

/** Finds the posts behind the edges that are drawn, and keeps them in the engine's table `meeting`. */
export async function findEvidence(engine: Engine, explored: Explored): Promise<Evidence> {
  const { actions, spread } = explored;
  const drawn = drawnEdges(explored);
  return putMeetings(engine, (put) =>
    findMeetings(actions, drawn, spread.options.windowSeconds, put),
  );
}

function drawnEdges({ spread, edges }: Explored): Explored["edges"] {
  return edges.filter((_, at) => {
    const edge = spread.edges[at];
    return edge !== undefined && isDrawn(edge);
  });
}

/** The rows that {@link findEvidence} kept, by edge and time. */
export async function* evidenceRows(
  engine: Engine,
  explored: Explored,
  showPost: ShownPost,
): AsyncGenerator<EvidenceRow> {
  const drawn = drawnEdges(explored);
  const sideOf = (number: number | undefined, side: MeetingSide): EvidenceSide => {
    const account = number === undefined ? undefined : explored.accounts.get(number);
    const masked = account?.masked ?? true;
    return {
      account: account?.shown ?? "",
      post: showPost(side.post, masked),
      seconds: side.seconds,
      url: masked ? null : side.url,
      file: side.file === null ? null : basename(side.file),
      line: side.line,
    };
  };
  for await (const { edge, object, a, b } of namedMeetings(engine))
    yield {
      object: explored.showObject(object),
      a: sideOf(drawn[edge]?.a, a),
      b: sideOf(drawn[edge]?.b, b),
    };
}

/** All usable actions with accounts and posts as they are shown. */
export async function* shownActions(
  { connection }: Engine,
  showAccount: ShownAccount,
  showPost: ShownPost,
  showObject: ShownObject,
): AsyncGenerator<Omit<NamedAction, "followers">> {
  const shown = new Map<string, string>();
  for await (const { object, account, followers, post, seconds } of allActions(connection)) {
    const name = shown.get(account) ?? showAccount(account, followers);
    shown.set(account, name);
    yield {
      object: showObject(object),
      account: name,
      post: showPost(post, name !== account),
      seconds,
    };
  }
}
