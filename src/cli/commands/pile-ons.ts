import { maskWith } from "../../document/mask.ts";
import { type PileOns, pileOnsOf } from "../../pipeline/pile-ons.ts";
import { pileOnDefaults } from "../../spread/pileon/find-pile-ons.ts";
import { maskKey } from "../../store/mask-key.ts";
import { exitCodes, type Run } from "../command.ts";
import { pileOnsText } from "../format/pile-ons.ts";
import {
  columnsOf,
  formatOf,
  needPosts,
  numberOf,
  postsLine,
  usageError,
  withPosts,
} from "../posts-input.ts";

const command = "pile-ons";

/** `parallax pile-ons POSTS...`: on whom many strangers came at once. */
export const run: Run = async (asked, io) => {
  const { values } = asked;
  const load = { on: null, format: formatOf(command, asked), columns: columnsOf(command, asked) };
  const leastSenders = numberOf(
    command,
    values["min-senders"],
    "min-senders",
    pileOnDefaults.leastSenders,
    2,
  );
  const consenting = typeof values.consent === "string" ? values.consent.split(",") : [];
  const mask = maskWith(await maskKey(io.environment));
  return withPosts(asked, load, io, async (engine, loaded) => {
    needPosts(command, loaded);
    const options = { ...pileOnDefaults, leastSenders };
    const found = await pileOnsOf(engine, mask, consenting, options).catch((error: unknown) => {
      if (error instanceof RangeError) throw usageError(command, error.message);
      throw error;
    });
    for (const name of found.withoutPileOn)
      io.err(`--consent ${name}: no pile-on on this account\n`);
    if (values.json === true) for (const line of jsonLines(found)) io.out(`${line}\n`);
    else io.out(`${pileOnsText(found, postsLine(loaded))}\n`);
    return exitCodes.ok;
  });
};

function jsonLines({ pileOns }: PileOns): string[] {
  return pileOns.map((one) => JSON.stringify(one));
}
