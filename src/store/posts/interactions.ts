import { readFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { InteractionChunk, Interactions } from "../../document/interaction.ts";
import { resolutionOf } from "../actions/sort-actions.ts";

const interactionSql = readFileSync(new URL("./interaction.sql", import.meta.url), "utf8");

/**
 * Makes the table `interaction` of the posts, numbers its targets and senders by their names, and
 * sorts it by target and time. Targets that fewer than `leastSenders` accounts ever address are
 * left out.
 */
export async function sortInteractions(
  connection: DuckDBConnection,
  leastSenders: number,
): Promise<Interactions> {
  await connection.run(interactionSql);
  await connection.run(
    `create or replace table target_number as
     select platform, target,
            (row_number() over (order by platform, target) - 1)::integer as number
     from interaction group by platform, target having count(distinct sender) >= $leastSenders`,
    { leastSenders },
  );
  await connection.run(
    `create or replace table sender_number as
     select platform, sender, (row_number() over (order by platform, sender) - 1)::integer as number
     from (select distinct platform, sender from interaction)`,
  );
  await connection.run(
    `create or replace table interaction_in_order as
     select target_number.number as target, sender_number.number as sender, kind, seconds, post,
            answered
     from interaction
     join target_number using (platform, target)
     join sender_number using (platform, sender)
     order by target_number.number, seconds, sender_number.number, post`,
  );
  const counts = await connection.runAndReadAll(
    `select (select count(*) from target_number)::integer,
            (select count(*) from sender_number)::integer,
            (select count(*) from interaction_in_order)::double,
            coalesce(min(seconds), 0), coalesce(max(seconds), 0)
     from post`,
  );
  const [targets = 0, senders = 0, rows = 0, firstSeconds = 0, lastSeconds = 0] = (
    counts.getRowsJS()[0] ?? []
  ).map(Number);
  return {
    targets,
    senders,
    rows,
    firstSeconds,
    lastSeconds,
    resolutionSeconds: await resolutionOf(connection, "interaction_in_order"),
    chunks: () => chunksOf(connection),
  };
}

async function* chunksOf(connection: DuckDBConnection): AsyncGenerator<InteractionChunk> {
  const stream = await connection.stream(
    "select target, sender, kind, seconds from interaction_in_order",
  );
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const itemsOf = (at: number) => (chunk.getColumnVector(at) as unknown as Items).items;
    yield {
      length: chunk.rowCount,
      target: itemsOf(0) as Int32Array,
      sender: itemsOf(1) as Int32Array,
      kind: itemsOf(2) as Int32Array,
      seconds: itemsOf(3) as Float64Array,
    };
  }
}

type Items = { readonly items: Int32Array | Float64Array };
