import { maskWith, publicFollowers } from "../document/mask.ts";
import { engineOfCase } from "../store/posts/case-engine.ts";
import { putAccounts } from "../store/posts/post-actions.ts";
import type { Store } from "../store/store.ts";
import { logUnmasking, type Unmasking, unmaskings } from "../store/unmaskings.ts";

/** What became of a wish to see who an account is. */
export type Unmasked =
  | { readonly outcome: "unmasked" | "before"; readonly unmasking: Unmasking }
  /** It has reach, and is shown by its name anyway. */
  | { readonly outcome: "public"; readonly account: string }
  | { readonly outcome: "unknown" };

export type UnmaskOptions = {
  /** Where the case's database is. */
  readonly folder: string;
  readonly key: string;
  /** The time of now, UTC, ISO 8601. */
  readonly at: string;
};

/**
 * Un-masks one account of a case, and logs that with its reason: from then on every view and every
 * table of the case shows it by its name.
 * @param account its pseudonym, or its name
 */
export async function unmask(
  store: Store,
  { account, reason }: { readonly account: string; readonly reason: string },
  { folder, key, at }: UnmaskOptions,
): Promise<Unmasked> {
  const mask = maskWith(key);
  const found = await accountCalled(store, account.replace(/^@/, ""), (name) => mask(name, null));
  if (found === null) return { outcome: "unknown" };
  if ((found.followers ?? 0) >= publicFollowers) return { outcome: "public", account: found.name };
  const before = (await unmaskings(folder)).find((one) => one.account === found.name);
  if (before) return { outcome: "before", unmasking: before };
  const unmasking = { at, account: found.name, pseudonym: mask(found.name, null), reason };
  await logUnmasking(folder, unmasking);
  return { outcome: "unmasked", unmasking };
}

type Known = { readonly name: string; readonly followers: number | null };

async function accountCalled(
  store: Store,
  asked: string,
  mask: (name: string) => string,
): Promise<Known | null> {
  const engine = await engineOfCase(store);
  try {
    await putAccounts(engine.connection);
    const stream = await engine.connection.stream(
      "select name, followers::double from account order by account",
    );
    let found: Known | null = null;
    for await (const rows of stream.yieldRowsJs())
      for (const [name, followers] of rows as [string, number | null][]) {
        if (name === asked || mask(name) === asked) return { name, followers };
        if (name.toLowerCase() === asked.toLowerCase()) found ??= { name, followers };
      }
    return found;
  } finally {
    await engine.release();
  }
}
