import type { Problem } from "../../document/document.ts";
import {
  asGiven,
  maskPostsWith,
  maskWith,
  objectsWith,
  postsAsGiven,
  type ShownAccount,
  type ShownPost,
  withUnmasked,
} from "../../document/mask.ts";
import { postsOfGroups } from "../../pipeline/groups-posts.ts";
import type { Loaded, LoadOptions } from "../../pipeline/load-posts.ts";
import { type Explored, exploreSpread } from "../../pipeline/spread.ts";
import { evidenceRows, findEvidence } from "../../pipeline/spread-evidence.ts";
import { matchRemovedList } from "../../pipeline/spread-removed.ts";
import { renderEdges } from "../../report/edges.ts";
import type { SpreadAnswer } from "../../report/spread/json.ts";
import { renderEvidence } from "../../report/spread/tables.ts";
import type { Evidence } from "../../spread/evidence/evidence.ts";
import {
  defaultRounds,
  mostRounds,
  mostShiftSeconds,
  shiftEdges,
} from "../../spread/significance/shift.ts";
import type { SpreadOptions } from "../../spread/spread.ts";
import type { Engine } from "../../store/actions/engine.ts";
import { maskKey } from "../../store/mask-key.ts";
import { postObjects } from "../../store/posts/post-actions.ts";
import { CliError, exitCodes, type Input, type Io, type Run } from "../command.ts";
import { spreadText } from "../format/spread.ts";
import { askedText } from "../format/spread-asked.ts";
import {
  columnsOf,
  formatOf,
  numberOf,
  oneOf,
  unmaskedIn,
  unmaskedLine,
  usageError,
  withPosts,
} from "../posts-input.ts";
import { problemLines } from "../problem-lines.ts";
import { createLine } from "../progress.ts";
import { writeSpreadFolder } from "../spread-files.ts";
import { count } from "../text.ts";
import { writeLines } from "../write-lines.ts";

const command = "spread";
/** Where no other seed is given: the same files give the same groups. */
const defaultSeed = 1;

/** `parallax spread POSTS...` or `parallax spread PATH`: which accounts act together beyond chance. */
export const run: Run = async (asked, io) => {
  const options = optionsOf(asked);
  const show = await shownWith(options.accounts, asked.positionals, io);
  return withPosts(asked, options.load, io, async (engine, loaded, files) => {
    const line = createLine(io);
    const tell = (problem: Problem) => {
      for (const text of problemLines([problem])) io.err(`${text}\n`);
    };
    const explored = await asUsage(
      exploreSpread(engine, options.spread, {
        account: show.account,
        object: objectsWith(loaded.on, show.post),
      }),
    );
    const { spread } = explored;
    if (spread.counts.rows === 0)
      throw new CliError(
        `nothing to compare: no account acts ${options.spread.minParticipation} times or more (give a lower --min-participation)`,
        exitCodes.nothingRead,
      );
    const { answer, evidence } = await asUsage(
      answerOf(engine, explored, loaded, { asked: options, show, line, tell }),
    );
    io.out(`${spreadText(spread, loaded)}\n`);
    const more = askedText(answer);
    if (more !== "") io.out(`${more}\n`);
    if (options.edges !== null) {
      await writeLines(options.edges, renderEdges(spread.edges, answer.shift?.chances));
      io.out(`\nedges are in ${options.edges}\n`);
    }
    if (options.evidence !== null && evidence) {
      await writeLines(options.evidence, renderEvidence(evidenceRows(engine, explored, show.post)));
      io.out(`\n${evidenceLine(evidence, options.evidence)}\n`);
    }
    if (options.out !== null) {
      const written = await writeSpreadFolder(
        options.out,
        { engine, explored, answer, evidence, ...show },
        {
          files,
          list: options.removed,
          loaded,
          spread,
          accounts: options.accounts,
          parameters: {
            null: options.shift ? "shift" : "hours",
            ...(options.shift ? { rounds: options.rounds } : {}),
            sweep: options.sweep,
          },
        },
      );
      io.out(`\n${options.out} has ${written.join(", ")}\n`);
      if (evidence?.mostPerEdge != null) io.out(`${evidenceLine(evidence, "evidence.csv")}\n`);
    }
    if (options.accounts === "as-given") io.err(unmaskedLine);
    return exitCodes.ok;
  });
};

/** Asks all that was asked for beside who acts together, in turn. */
async function answerOf(
  engine: Engine,
  explored: Explored,
  loaded: Loaded,
  { asked, show, line, tell }: Asking,
): Promise<{ readonly answer: SpreadAnswer; readonly evidence: Evidence | null }> {
  const { spread, actions, edges, groups } = explored;
  const { windowSeconds, seed } = spread.options;
  const chances = asked.shift
    ? await shiftEdges(actions, edges, windowSeconds, {
        rounds: asked.rounds,
        seed,
        progress: (done, rounds) => {
          line.draw(`shifting timelines: round ${done} of ${rounds}`);
          return turn();
        },
      })
    : null;
  let sweep: SpreadAnswer["sweep"] = null;
  if (asked.sweep) {
    // Loaded where it is asked for: graphs take longer to load than edges to write.
    const { sweepGroups } = await import("../../spread/sweep/sweep-groups.ts");
    sweep = await sweepGroups(actions, groups, spread.options, {
      progress: (seconds) => line.draw(`looking for groups within ${seconds} seconds`),
    });
  }
  const removed =
    asked.removed === null
      ? null
      : await matchRemovedList(engine, asked.removed, spread, loaded, show.account, tell);
  const evidence =
    asked.out !== null || asked.evidence !== null ? await findEvidence(engine, explored) : null;
  const groupPosts =
    loaded.posts === null ? null : await postsOfGroups(engine, explored, loaded.posts.posts);
  line.clear();
  return {
    evidence,
    answer: {
      on: loaded.on,
      accounts: asked.accounts,
      posts: loaded.posts,
      unusable: loaded.unusable,
      spread,
      sweep,
      shift: chances && { rounds: asked.rounds, mostShiftSeconds, chances },
      removed,
      evidence: evidence && {
        meetings: evidence.meetings,
        told: evidence.told,
        mostPerEdge: evidence.mostPerEdge,
      },
      groupPosts,
    },
  };
}

type Asking = {
  readonly asked: Asked;
  readonly show: { readonly account: ShownAccount; readonly post: ShownPost };
  readonly line: ReturnType<typeof createLine>;
  readonly tell: (problem: Problem) => void;
};

/** Lets signals and the terminal have their turn. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function evidenceLine({ meetings, told, mostPerEdge }: Evidence, file: string): string {
  const some =
    mostPerEdge === null
      ? ""
      : ` of ${count(meetings, "pair")} in all: each pair of accounts with its first ${mostPerEdge}`;
  return `${count(told, "pair")} of posts behind the edges are in ${file}${some}`;
}

/** A value that an option cannot have may show only when the files are read. */
async function asUsage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RangeError) throw usage(error.message);
    throw error;
  }
}

async function shownWith(
  accounts: Asked["accounts"],
  positionals: readonly string[],
  io: Io,
): Promise<Asking["show"]> {
  if (accounts === "as-given") return { account: asGiven, post: postsAsGiven };
  const key = await maskKey(io.environment);
  const account = withUnmasked(maskWith(key), await unmaskedIn(positionals, io));
  return { account, post: maskPostsWith(key) };
}

type Asked = {
  readonly load: LoadOptions;
  readonly spread: SpreadOptions;
  readonly out: string | null;
  readonly edges: string | null;
  readonly evidence: string | null;
  readonly removed: string | null;
  readonly sweep: boolean;
  readonly shift: boolean;
  readonly rounds: number;
  readonly accounts: "masked" | "as-given";
};

function optionsOf(asked: Input): Asked {
  const { values } = asked;
  const number = (name: string, otherwise: number, least: number) =>
    numberOf(command, values[name], name, otherwise, least);
  const accounts = values.accounts ?? "masked";
  if (accounts !== "masked" && accounts !== "as-given")
    throw usage(`invalid --accounts: ${accounts} (give masked or as-given)`);
  const fileOf = (name: string) => (typeof values[name] === "string" ? String(values[name]) : null);
  const test = values["no-test"] !== true;
  const sweep = values.sweep === true;
  const shift = oneOf(command, values.null, "null", ["hours", "shift"] as const) === "shift";
  if (!test && (sweep || shift))
    throw usage(
      `--${sweep ? "sweep" : "null"} needs pairs held against chance (leave --no-test out)`,
    );
  const rounds = number("rounds", defaultRounds, 1);
  if (rounds > mostRounds) throw usage(`invalid --rounds: ${rounds} (give ${mostRounds} at most)`);
  if (values.rounds !== undefined && !shift)
    throw usage("--rounds goes with --null shift: the other null model is worked out, not drawn");
  return {
    load: {
      on: oneOf(command, values.on, "on", [...postObjects, "object"] as const),
      format: formatOf(command, asked),
      columns: columnsOf(command, asked),
    },
    spread: {
      windowSeconds: number("window", 60, 0),
      minParticipation: number("min-participation", 2, 1),
      minWeight: number("min-weight", 2, 1),
      test,
      seed: number("seed", defaultSeed, 0),
    },
    out: fileOf("out"),
    edges: fileOf("edges"),
    evidence: fileOf("evidence"),
    removed: fileOf("removed"),
    sweep,
    shift,
    rounds,
    accounts,
  };
}

function usage(message: string): CliError {
  return usageError(command, message);
}
