import type { InteractionKind, Interactions } from "../document/interaction.ts";
import { interactionKinds } from "../document/interaction.ts";

export type Interaction = {
  readonly target: string;
  readonly sender: string;
  readonly seconds: number;
  readonly kind?: InteractionKind;
};

/** Interactions held in memory, numbered and sorted as an engine would: for tests and for small work. */
export function memoryInteractions(interactions: readonly Interaction[]): Interactions & {
  /** Names by number. */
  readonly targetNames: readonly string[];
} {
  const targetNames = [...new Set(interactions.map(({ target }) => target))].sort();
  const targets = new Map(targetNames.map((name, number) => [name, number]));
  const senderNames = [...new Set(interactions.map(({ sender }) => sender))].sort();
  const senders = new Map(senderNames.map((name, number) => [name, number]));
  const rows = interactions
    .map(({ target, sender, seconds, kind = "reply" }) => ({
      target: targets.get(target) as number,
      sender: senders.get(sender) as number,
      kind: interactionKinds.indexOf(kind),
      seconds,
    }))
    .sort((a, b) => a.target - b.target || a.seconds - b.seconds || a.sender - b.sender);
  const seconds = rows.map((row) => row.seconds).sort((a, b) => a - b);
  return {
    targetNames,
    targets: targets.size,
    senders: senders.size,
    rows: rows.length,
    firstSeconds: seconds[0] ?? 0,
    lastSeconds: seconds.at(-1) ?? 0,
    resolutionSeconds: 1,
    async *chunks() {
      yield {
        length: rows.length,
        target: Int32Array.from(rows, (row) => row.target),
        sender: Int32Array.from(rows, (row) => row.sender),
        kind: Int32Array.from(rows, (row) => row.kind),
        seconds: Float64Array.from(rows, (row) => row.seconds),
      };
    },
  };
}
