import { unmask as unmaskAccount } from "../../pipeline/unmask.ts";
import { maskKey } from "../../store/mask-key.ts";
import { type Unmasking, unmaskings } from "../../store/unmaskings.ts";
import { withCase } from "../case.ts";
import { CliError, exitCodes, type Run } from "../command.ts";
import { usageError } from "../posts-input.ts";
import { count } from "../text.ts";

const command = "unmask";
/** A reason that can be read later is more than a key that was hit. */
const shortestReason = 10;

/** `parallax unmask ACCOUNT --case PATH --reason TEXT`: whose a pseudonym is, for a reason that is kept. */
export const run: Run = async ({ positionals, values }, io) => {
  const [account] = positionals;
  const { case: path, list } = values;
  const reason = typeof values.reason === "string" ? values.reason.trim() : "";
  if (typeof path !== "string") throw usageError(command, "no case (give --case PATH)");
  if (list !== true && account === undefined)
    throw usageError(command, "no account (give its pseudonym or name, or --list)");
  if (list !== true && reason.length < shortestReason)
    throw usageError(
      command,
      `un-masking needs a reason (give --reason TEXT, ${shortestReason} letters or more: it is kept in the case)`,
    );
  return withCase({ path, caseFile: undefined }, io, async ({ store, place: { folder } }) => {
    if (account !== undefined && list !== true) {
      const key = await maskKey(io.environment);
      const at = new Date().toISOString();
      const done = await unmaskAccount(store, { account, reason }, { folder, key, at });
      if (done.outcome === "unknown")
        throw new CliError(
          `no account ${account} in the posts of ${path} (give a pseudonym as the views of this case show it, made with the same key, or a name)`,
          exitCodes.nothingRead,
        );
      io.out(
        done.outcome === "public"
          ? `${done.account} has reach and is shown by name anyway\n`
          : `${done.outcome === "before" ? "un-masked before: " : ""}${lineOf(done.unmasking)}\n`,
      );
      return exitCodes.ok;
    }
    const log = await unmaskings(folder);
    io.out(`${count(log.length, "account")} un-masked in this case\n`);
    for (const one of log) io.out(`${lineOf(one)}\n`);
    return exitCodes.ok;
  });
};

function lineOf({ at, account, pseudonym, reason }: Unmasking): string {
  return `${at.slice(0, 16).replace("T", " ")}  ${pseudonym} is ${account}: ${reason}`;
}
