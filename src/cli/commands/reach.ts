import { publicFollowers } from "../../document/mask.ts";
import { objectNamed, type Reach, reachOf } from "../../pipeline/reach.ts";
import { type ReachOn, reachObjects } from "../../spread/reach/reach.ts";
import { CliError, exitCodes, type Run } from "../command.ts";
import { reachText } from "../format/reach.ts";
import {
  columnsOf,
  formatOf,
  needPosts,
  numberOf,
  oneOf,
  postsLine,
  shownAccounts,
  unmaskedLine,
  usageError,
  withPosts,
} from "../posts-input.ts";

const command = "reach";
const daySeconds = 86_400;

/** `parallax reach POSTS...`: how far something was carried, by whom first, and by whom with reach. */
export const run: Run = async (asked, io) => {
  const { values } = asked;
  const on = oneOf(command, values.on, "on", reachObjects) ?? "hashtag";
  const object = typeof values.object === "string" ? values.object : null;
  if (object !== null && objectNamed(on, object) === null)
    throw usageError(command, `invalid --object: ${object} (${mends[on]})`);
  const options = {
    ...{ on, object },
    leastFollowers: numberOf(command, values["min-followers"], "min-followers", publicFollowers, 1),
    withinSeconds: numberOf(command, values.within, "within", daySeconds, 0),
  };
  const show = await shownAccounts(command, asked, io);
  const load = { on, format: formatOf(command, asked), columns: columnsOf(command, asked) };
  return withPosts(asked, load, io, async (engine, loaded) => {
    needPosts(command, loaded);
    const found = await reachOf(engine, options, show);
    if (found === null)
      throw new CliError(
        `no post has the ${on} ${object}${on !== "url" && /^https?:/.test(object ?? "") ? " (a link: give --on url)" : ""}`,
        exitCodes.nothingRead,
      );
    if (values.json === true) for (const line of jsonLines(found)) io.out(`${line}\n`);
    else io.out(`${reachText(found, on, postsLine(loaded))}\n`);
    if (values.accounts === "as-given") io.err(unmaskedLine);
    return exitCodes.ok;
  });
};

const mends: Readonly<Record<ReachOn, string>> = {
  hashtag: "give a hashtag",
  url: "give an address as in https://example.org/page",
  domain: "give a domain as in example.org",
  text: "give a whole text of six words or more",
  claim: "give the statement of a claim, or its id",
};

/** What was carried, then shared phrasing, then the accounts with reach. */
function jsonLines({ objects, phrasings, accounts }: Reach): string[] {
  return [
    ...objects.map((one) => ({ kind: "object", ...one })),
    ...phrasings.map((one) => ({ kind: "phrasing", ...one })),
    ...accounts.map((one) => ({ kind: "account", ...one })),
  ].map((one) => JSON.stringify(one));
}
