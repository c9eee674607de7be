import { asGiven } from "../../document/mask.ts";
import { againstOf, hashtagNamed, sortAllActions } from "../../pipeline/against.ts";
import { burstsOf } from "../../pipeline/bursts.ts";
import { membersOf } from "../../pipeline/groups-posts.ts";
import type { Loaded } from "../../pipeline/load-posts.ts";
import { exploreSpread } from "../../pipeline/spread.ts";
import type { NamedCounter } from "../../spread/answer.ts";
import { burstDefaults } from "../../spread/bursts/find-bursts.ts";
import { burstObjects } from "../../spread/bursts/objects.ts";
import type { Engine } from "../../store/actions/engine.ts";
import { CliError, exitCodes, type Input, type Run } from "../command.ts";
import { againstText } from "../format/against.ts";
import { burstsText } from "../format/bursts.ts";
import {
  columnsOf,
  formatOf,
  numberOf,
  oneOf,
  postsLine,
  usageError,
  withPosts,
} from "../posts-input.ts";

const command = "bursts";

/** `parallax bursts POSTS...`: when something was posted more than its usual share, or two hashtags side by side. */
export const run: Run = async (asked, io) => {
  const { values } = asked;
  const load = {
    on: oneOf(command, values.on, "on", burstObjects),
    format: formatOf(command, asked),
    columns: columnsOf(command, asked),
  };
  const number = (name: string, otherwise: number) =>
    numberOf(command, values[name], name, otherwise, 1);
  const options = {
    ...burstDefaults,
    binSeconds: number("bin", burstDefaults.binSeconds),
    leastActions: number("min-actions", burstDefaults.leastActions),
  };
  const against = againstNames(asked);
  return withPosts(asked, load, io, async (engine, loaded) => {
    if (against) {
      const counter = await counterOf(engine, loaded, against);
      io.out(
        values.json === true
          ? `${JSON.stringify(counter)}\n`
          : `${againstText(counter, loaded.on, postsLine(loaded))}\n`,
      );
      return exitCodes.ok;
    }
    const found = await burstsOf(engine, options).catch((error: unknown) => {
      if (error instanceof RangeError) throw usageError(command, error.message);
      throw error;
    });
    if (values.json === true)
      for (const burst of found.bursts) io.out(`${JSON.stringify(burst)}\n`);
    else io.out(`${burstsText(found, loaded.on, postsLine(loaded))}\n`);
    return exitCodes.ok;
  });
};

type Names = { readonly a: string; readonly b: string };

/** The two that --against names; hashtags with or without "#". */
function againstNames({ values }: Input): Names | null {
  const { against } = values;
  if (against === undefined) return null;
  const names = String(against).split(",").map(hashtagNamed);
  const [a = "", b = ""] = names;
  if (names.length !== 2 || a === "" || b === "" || a === b)
    throw usageError(command, `invalid --against: ${against} (give two different ones: A,B)`);
  return { a, b };
}

/** Groups are those that `spread` finds where nothing else is asked. */
const asSpread = { windowSeconds: 60, minParticipation: 2, minWeight: 2, test: true, seed: 1 };

async function counterOf(engine: Engine, loaded: Loaded, names: Names): Promise<NamedCounter> {
  const all = await sortAllActions(engine);
  const windowSeconds = Math.max(asSpread.windowSeconds, all.resolutionSeconds);
  const explored = await exploreSpread(
    engine,
    { ...asSpread, windowSeconds },
    {
      account: asGiven,
      object: (object) => object,
    },
  );
  const members = await membersOf(engine, explored);
  const { counter, unknown } = await againstOf(engine, all, names, members);
  if (!counter)
    throw new CliError(
      `no post has ${unknown.join(" and ")} (${loaded.on}; parallax bursts lists what rose)`,
      exitCodes.nothingRead,
    );
  return counter;
}
