import { burstsOf } from "../../pipeline/bursts.ts";
import { burstDefaults } from "../../spread/bursts/find-bursts.ts";
import { burstObjects } from "../../spread/bursts/objects.ts";
import { exitCodes, type Run } from "../command.ts";
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

/** `parallax bursts POSTS...`: when something was posted more than its usual share. */
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
  return withPosts(asked, load, io, async (engine, loaded) => {
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
