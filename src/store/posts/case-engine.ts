import type { Engine } from "../actions/engine.ts";
import { createActions } from "../actions/load-actions.ts";
import type { Store } from "../store.ts";

/** `close()` leaves what was made in it until the store is closed; `release()` frees it before. */
export type CaseEngine = Engine & {
  readonly release: () => Promise<void>;
  /** The case's own database, by its name in SQL. */
  readonly home: string;
};

/** Two engines of one case have databases of their own. */
let opened = 0;

/**
 * An engine beside a case's database, with the case's posts in its table `post`, each once, as the
 * first of its files by name tells it, and those that are gone in `post_gone`. What is made in it is in memory only.
 */
export async function engineOfCase(store: Store): Promise<CaseEngine> {
  const connection = await store.connect();
  const found = await connection.runAndReadAll("select current_database()");
  const home = quoted(String(found.getRowsJS()[0]?.[0]));
  const name = `spread_${++opened}`;
  await connection.run("set preserve_insertion_order = true");
  await connection.run(`attach ':memory:' as ${name}`);
  await connection.run(`use ${name}`);
  await createActions(connection);
  await connection.run(
    `create table post as
     select posts.* exclude (import, line), file, line
     from ${home}.main.posts join ${home}.main.post_files using (import)
     qualify row_number() over (partition by platform, id order by file, line) = 1
     order by file, line`,
  );
  await connection.run(
    `create table post_gone as
     select platform, id, seconds, how
     from ${home}.main.post_gone join ${home}.main.post_files using (import)
     order by platform, id, how, seconds`,
  );
  let open = true;
  const close = () => {
    if (open) connection.closeSync();
    open = false;
  };
  return {
    connection,
    home,
    connect: async () => {
      const other = await store.connect();
      await other.run(`use ${name}`);
      return other;
    },
    close,
    release: async () => {
      await connection.run(`use ${home}.main`);
      await connection.run(`detach ${name}`);
      close();
    },
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
