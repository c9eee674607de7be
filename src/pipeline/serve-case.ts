import { setImmediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { indexForMore, type OpenIndex } from "../compare/claims/passages.ts";
import { readTermsWith } from "../compare/claims/statement.ts";
import { compareWithPlaces, createAskCase } from "../compare/compare.ts";
import type { Findings, Question } from "../compare/findings.ts";
import type { CompareInput } from "../compare/input.ts";
import type { Case, DocumentCard } from "../document/case.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { createReader, type Reader, type ReaderOptions } from "../read/read.ts";
import { type KeptFinding, type KeptRow, rowOf } from "../store/kept.ts";
import type { Kind } from "../store/store.ts";
import type { CaseCalls } from "./case-thread.ts";
import { createDraftCheck } from "./check-text.ts";
import { asKept, fromKept } from "./kept-findings.ts";

/** What the thread of a case is given when it starts. What the store keeps it asks for. */
export type CaseThreadInput = {
  readonly case: Case;
  readonly documents: readonly DocumentCard[];
  readonly lexicon: Lexicon;
  readonly readerOptions: ReaderOptions;
};

/** What a thread wants of the store, which another thread has: batch after batch. */
export type Wanted = { readonly rows: Kind } | { readonly findings: Question };

export type FromThread =
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly failed: string }
  /** The next part of what is wanted, or no more of it. */
  | { readonly stream: number; readonly wanted: Wanted | null }
  | { readonly done01: number };

export type ToThread =
  | { readonly call: number; readonly name: keyof CaseCalls; readonly given: readonly unknown[] }
  /** Null after the last part. */
  | { readonly stream: number; readonly batch: readonly unknown[] | null }
  | { readonly stream: number; readonly failed: string };

/** In a thread: answers what is asked of the case it was started with. */
export function serveCase(): void {
  const context = (workerData as { input: CaseThreadInput }).input;
  const port = parentPort;
  if (!port) throw new Error("not a thread");
  const say = (message: FromThread): void => port.postMessage(message);
  const pulled = createPulled(say);
  const calls = callsOf(context, pulled.of, (done01) => say({ done01 }));
  port.on("message", (message: ToThread) => {
    if (!("call" in message)) return pulled.take(message);
    const { call, name, given } = message;
    const answer = (calls[name] as (...given: readonly unknown[]) => Promise<unknown>)(...given);
    answer.then(
      (answer) => say({ call, answer }),
      (error: unknown) =>
        say({ call, failed: error instanceof Error ? error.message : String(error) }),
    );
  });
}

function callsOf(
  { case: declared, documents, lexicon, readerOptions }: CaseThreadInput,
  pull: <T>(wanted: Wanted) => AsyncGenerator<readonly T[]>,
  tell: (done01: number) => void,
): CaseCalls {
  const input: CompareInput = {
    case: declared,
    documents,
    async *rows(kind) {
      for await (const batch of pull<KeptRow>({ rows: kind }))
        for (const row of batch) yield rowOf(row);
    },
  };
  const findingsOf = async <Q extends Question>(question: Q): Promise<Findings[Q]> => {
    const records: unknown[] = [];
    for await (const batch of pull<string>({ findings: question }))
      for (const json of batch) records.push(JSON.parse(json));
    return fromKept(question, records);
  };
  let made: Reader | undefined;
  const reader = (): Reader => {
    made ??= createReader(lexicon, readerOptions);
    return made;
  };
  let opened: Promise<OpenIndex> | undefined;
  const open = (): Promise<OpenIndex> => {
    opened ??= indexForMore(input, readTermsWith(reader()));
    return opened;
  };
  const drafts = createDraftCheck(
    {
      ...{ input, lexicon, reader, open },
      findings: async () => ({
        claims: await findingsOf("claims"),
        sourcing: await findingsOf("sourcing"),
        origins: await findingsOf("origins"),
      }),
    },
    async (done01) => {
      tell(done01);
      // Who asks something else need not wait for the whole.
      await setImmediate();
    },
  );
  let ask: ReturnType<typeof createAskCase> | undefined;
  let found: Iterator<readonly KeptFinding[]> | undefined;
  return {
    compare: async () => {
      found = asKept(await compareWithPlaces(input, reader(), lexicon));
    },
    found: async () => {
      const next = found?.next();
      return next && !next.done ? next.value : null;
    },
    ready: drafts.ready,
    check: drafts.check,
    ask: async (statement) => {
      ask ??= createAskCase(input, reader(), (await open()).index);
      return (await ask)(statement);
    },
  };
}

/** Asks for what another thread has, batch after batch, as it is used. */
function createPulled(say: (message: FromThread) => void) {
  type Waiting = {
    readonly resolve: (batch: readonly unknown[] | null) => void;
    readonly reject: (error: Error) => void;
  };
  const waiting = new Map<number, Waiting>();
  let streams = 0;
  return {
    take: (message: Exclude<ToThread, { call: number }>): void => {
      const one = waiting.get(message.stream);
      waiting.delete(message.stream);
      if ("failed" in message) one?.reject(new Error(message.failed));
      else one?.resolve(message.batch);
    },
    of: async function* <T>(wanted: Wanted): AsyncGenerator<readonly T[]> {
      const stream = ++streams;
      try {
        for (;;) {
          const batch = await new Promise<readonly unknown[] | null>((resolve, reject) => {
            waiting.set(stream, { resolve, reject });
            say({ stream, wanted });
          });
          if (batch === null) return;
          yield batch as readonly T[];
        }
      } finally {
        say({ stream, wanted: null });
      }
    },
  };
}
