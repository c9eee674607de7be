import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { DuckDBAppender, DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Document, Problem } from "../document/document.ts";
import { StoreError } from "../document/errors.ts";
import type { Span } from "../document/span.ts";
import type { Readings } from "../read/readings.ts";
import { connect } from "./connect.ts";
import { type KeptFinding, type KeptRow, rowOf } from "./kept.ts";
import { migrate } from "./migrate.ts";

/** The lists of readings that are kept row by row. */
export type Kind = Exclude<keyof Readings, "language" | "paragraphs">;

/** A document as listed: everything but its text. */
export type StoredDocument = Omit<Document, "text"> & {
  readonly sourceId: string;
  readonly words: number;
  readonly fingerprint: string;
  readonly readLanguage: string | null;
};

/** One reading to keep: where it and its sentence stand, and by what it is grouped. */
export type KeptReading = Span & {
  readonly kind: Kind;
  readonly sentence: Span & { readonly text: string };
  readonly sortKey: string;
  /** The reading as JSON. */
  readonly json: string;
};

/** One document with everything that was read from it. */
export type Entry = {
  readonly document: Document;
  readonly sourceId: string;
  readonly words: number;
  readonly fingerprint: string;
  readonly language: string | null;
  readonly paragraphs: readonly Span[];
  readonly readings: readonly KeptReading[];
  readonly problems: readonly Problem[];
};

/** One kept reading as handed to a walk. */
export type StoredRow<K extends Kind> = {
  readonly documentId: string;
  readonly sentence: Span & { readonly text: string };
  readonly reading: Readings[K][number];
};

/** After so many characters of findings others may work. */
const mostAtOnce = 2_000_000;

const rowsSql = readFileSync(new URL("./rows.sql", import.meta.url), "utf8");
const documentsSql = readFileSync(new URL("./documents.sql", import.meta.url), "utf8");

/** Opens a case's database, or one in memory for `:memory:`. @throws StoreError */
export async function openStore(path: string): Promise<Store> {
  const instance = await connect(path);
  try {
    const connection = await instance.connect();
    await migrate(connection, path);
    return new Store(instance, connection, path);
  } catch (error) {
    instance.closeSync();
    if (error instanceof StoreError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `the database of this case cannot be read (${message.split("\n", 1)[0]}): delete ${path} and run again; your documents are not touched`,
      path,
      error,
    );
  }
}

/** The engine of a case: keeps, sorts and hands over; knows nothing of what the readings mean. */
export class Store {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #path: string;
  readonly #isBeside: boolean;
  /** A connection in whose transaction everything is read, while reading is held. */
  #held: DuckDBConnection | undefined;

  constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    path: string,
    isBeside = false,
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.#path = path;
    this.#isBeside = isBeside;
  }

  close(): void {
    this.release();
    this.#connection.closeSync();
    if (!this.#isBeside) this.#instance.closeSync();
  }

  /**
   * Another store of the same database, with transactions of its own. Its `close()` closes nothing
   * else; it ends with the first store.
   */
  async beside(): Promise<Store> {
    return new Store(this.#instance, await this.#instance.connect(), this.#path, true);
  }

  /**
   * Until `release()`, documents, texts, readings, findings and problems are read as they are kept
   * now, whatever another store of the same database writes meanwhile.
   */
  async hold(): Promise<void> {
    if (this.#held) return;
    const connection = await this.#instance.connect();
    await connection.run("begin transaction");
    // What a transaction sees is fixed by its first look at the database.
    await connection.run("select count(*) from documents");
    this.#held = connection;
  }

  release(): void {
    this.#held?.closeSync();
    this.#held = undefined;
  }

  get #reading(): DuckDBConnection {
    return this.#held ?? this.#connection;
  }

  /** A connection of its own, with transactions of its own. */
  connect(): Promise<DuckDBConnection> {
    return this.#instance.connect();
  }

  /** All documents without their text, ordered by id. */
  async documents(): Promise<StoredDocument[]> {
    const reader = await this.#reading.runAndReadAll(documentsSql);
    return reader.getRowObjectsJS().map((row) => ({
      id: row.id as string,
      file: row.file as string,
      sourceId: row.source_id as string,
      format: row.format as Document["format"],
      sha256: row.sha256 as string,
      sizeBytes: Number(row.size_bytes),
      title: row.title as string | null,
      author: row.author as string | null,
      url: row.url as string | null,
      language: row.language as string | null,
      published: row.published as string | null,
      publishedFrom: row.published_from as Document["publishedFrom"],
      completeness: row.completeness as Document["completeness"],
      words: row.words as number,
      fingerprint: row.fingerprint as string,
      readLanguage: row.read_language as string | null,
    }));
  }

  /** The kept text of one document; null when there is no such document. */
  async text(documentId: string): Promise<string | null> {
    const reader = await this.#reading.runAndReadAll(
      "select text from documents where id = $id order by id",
      { id: documentId },
    );
    return (reader.getRowsJS()[0]?.[0] as string | undefined) ?? null;
  }

  /** The kept texts of all documents by id. */
  async texts(): Promise<Map<string, string>> {
    const reader = await this.#reading.runAndReadAll("select id, text from documents order by id");
    return new Map(reader.getRowsJS().map(([id, text]) => [id as string, text as string]));
  }

  /** Everything that was read from one document; null when there is no such document. */
  async readings(documentId: string): Promise<Readings | null> {
    const id = { id: documentId };
    const one = await this.#reading.runAndReadAll(
      "select read_language, paragraphs from documents where id = $id order by id",
      id,
    );
    const found = one.getRowsJS()[0];
    if (!found) return null;
    const rows = await this.#reading.runAndReadAll(
      "select kind, record from readings where document_id = $id order by kind, ordinal",
      id,
    );
    const lists: Record<Kind, unknown[]> = {
      sentences: [],
      noise: [],
      voices: [],
      attributions: [],
      scareQuotes: [],
      figures: [],
      dates: [],
      references: [],
      mentions: [],
      wording: [],
    };
    for (const [kind, record] of rows.getRowsJS())
      lists[kind as Kind].push(JSON.parse(record as string));
    const language = found[0] as string | null;
    return { language, paragraphs: JSON.parse(found[1] as string), ...lists } as Readings;
  }

  /** One kind of reading over all documents, sorted by its key, then document, then place. */
  async *rows<K extends Kind>(kind: K): AsyncGenerator<StoredRow<K>> {
    for await (const batch of this.keptRows(kind)) for (const row of batch) yield rowOf<K>(row);
  }

  /**
   * The same as they are kept, some thousand at a time. Each stream has a connection of its own and
   * checks that no row was lost.
   */
  async *keptRows(kind: Kind): AsyncGenerator<readonly KeptRow[]> {
    if (this.#held) {
      // A stream would end with the next query of the same connection.
      const all = await this.#held.run(rowsSql, { kind });
      yield* all.yieldRowsJs();
      return;
    }
    const connection = await this.#instance.connect();
    try {
      const count = await connection.runAndReadAll(
        "select count(*)::integer from readings where kind = $kind",
        { kind },
      );
      const expected = Number(count.getRowsJS()[0]?.[0]);
      let yielded = 0;
      const stream = await connection.stream(rowsSql, { kind });
      for await (const rows of stream.yieldRowsJs()) {
        yielded += rows.length;
        yield rows;
      }
      if (yielded !== expected)
        throw new StoreError(
          `lost rows while reading ${kind}: ${yielded} of ${expected} (run again)`,
          this.#path,
        );
    } finally {
      connection.closeSync();
    }
  }

  /** Replaces the given documents and everything read from them, all or nothing. */
  async put(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#transaction(async () => {
      await this.#delete(entries.map((entry) => entry.document.id));
      await this.#append("documents", entries, appendDocument);
      await this.#append("readings", entries, appendReadings);
      await this.#append("problems", entries, (appender, { document, problems }) => {
        appendProblems(appender, document.id, problems);
      });
      await this.#connection.run("delete from meta where key = 'findings'");
    });
  }

  /** Removes documents that are no longer there. */
  async remove(documentIds: readonly string[]): Promise<void> {
    if (documentIds.length === 0) return;
    await this.#transaction(async () => {
      await this.#delete(documentIds);
      await this.#connection.run("delete from meta where key = 'findings'");
    });
  }

  /** Problems of the case and of its documents, ordered by file and line. */
  async problems(): Promise<Problem[]> {
    const reader = await this.#reading.runAndReadAll(
      "select file, line, message, mend from problems order by file, line nulls first, ordinal",
    );
    return reader.getRowObjectsJS().map((row) => ({
      file: row.file as string,
      line: row.line as number | null,
      message: row.message as string,
      mend: row.mend as string,
    }));
  }

  /** Replaces the problems that belong to no kept document. */
  async putCaseProblems(problems: readonly Problem[]): Promise<void> {
    await this.#transaction(async () => {
      await this.#connection.run("delete from problems where document_id is null");
      await this.#append("problems", [problems], (appender, list) =>
        appendProblems(appender, null, list),
      );
    });
  }

  /**
   * Replaces all findings; `fingerprint` says from what they were made. It is kept last: where the
   * process ends before, the case counts as not compared.
   */
  async putFindings(
    fingerprint: string,
    findings: Iterable<readonly KeptFinding[]> | AsyncIterable<readonly KeptFinding[]>,
  ): Promise<void> {
    await this.#transaction(async () => {
      await this.#connection.run("delete from meta where key = 'findings'");
      await this.#connection.run("delete from findings");
    });
    for await (const batch of findings)
      await this.#transaction(() =>
        this.#append("findings", batch, (appender, { question, ordinal, json }) => {
          appender.appendVarchar(question);
          appender.appendInteger(ordinal);
          appender.appendVarchar(json);
          appender.endRow();
        }),
      );
    await this.setMeta("findings", fingerprint);
  }

  /** The findings of one question, in their order. */
  async findings(question: string): Promise<unknown[]> {
    const found: unknown[] = [];
    let parsed = 0;
    for await (const batch of this.findingsAsKept(question))
      for (const json of batch) {
        found.push(JSON.parse(json));
        parsed += json.length;
        if (parsed < mostAtOnce) continue;
        parsed = 0;
        await setImmediate();
      }
    return found;
  }

  /** The same as they are kept, as JSON, some thousand at a time. */
  async *findingsAsKept(question: string): AsyncGenerator<readonly string[]> {
    const all = await this.#reading.run(
      "select record from findings where question = $question order by ordinal",
      { question },
    );
    for await (const rows of all.yieldRowsJs()) yield rows.map(([record]) => record as string);
  }

  /** A remembered value, or null. */
  async meta(key: string): Promise<string | null> {
    const reader = await this.#connection.runAndReadAll(
      "select value from meta where key = $key order by key",
      { key },
    );
    return (reader.getRowsJS()[0]?.[0] as string | undefined) ?? null;
  }

  async setMeta(key: string, value: string): Promise<void> {
    await this.#transaction(() => this.#setMeta(key, value));
  }

  async #setMeta(key: string, value: string): Promise<void> {
    await this.#connection.run("delete from meta where key = $key", { key });
    await this.#connection.run("insert into meta values ($key, $value)", { key, value });
  }

  async #transaction(work: () => Promise<void>): Promise<void> {
    await this.#connection.run("begin transaction");
    try {
      await work();
      await this.#connection.run("commit");
    } catch (error) {
      // A commit that fails has ended the transaction already: the first error is the one to tell.
      await this.#connection.run("rollback").catch(() => undefined);
      throw error;
    }
  }

  async #delete(documentIds: readonly string[]): Promise<void> {
    await this.#connection.run("create or replace temp table gone (id varchar)");
    await this.#append("gone", documentIds, (appender, id) => {
      appender.appendVarchar(id);
      appender.endRow();
    });
    await this.#connection.run("delete from readings where document_id in (select id from gone)");
    await this.#connection.run("delete from problems where document_id in (select id from gone)");
    await this.#connection.run("delete from documents where id in (select id from gone)");
    await this.#connection.run("drop table gone");
  }

  async #append<T>(
    table: string,
    items: readonly T[],
    append: (appender: DuckDBAppender, item: T) => void,
  ): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    try {
      for (const item of items) append(appender, item);
    } finally {
      appender.closeSync();
    }
  }
}

function appendText(appender: DuckDBAppender, value: string | null): void {
  if (value === null) appender.appendNull();
  else appender.appendVarchar(value);
}

function appendDocument(appender: DuckDBAppender, entry: Entry): void {
  const { document } = entry;
  appender.appendVarchar(document.id);
  appender.appendVarchar(document.file);
  appender.appendVarchar(entry.sourceId);
  appender.appendVarchar(document.format);
  appender.appendVarchar(document.sha256);
  appender.appendBigInt(BigInt(document.sizeBytes));
  appender.appendVarchar(document.text);
  appendText(appender, document.title);
  appendText(appender, document.author);
  appendText(appender, document.url);
  appendText(appender, document.language);
  appendText(appender, document.published);
  appendText(appender, document.publishedFrom);
  appender.appendVarchar(document.completeness);
  appender.appendInteger(entry.words);
  appender.appendVarchar(entry.fingerprint);
  appendText(appender, entry.language);
  appender.appendVarchar(JSON.stringify(entry.paragraphs));
  appender.endRow();
}

function appendReadings(appender: DuckDBAppender, { document, readings }: Entry): void {
  readings.forEach((reading, ordinal) => {
    appender.appendVarchar(document.id);
    appender.appendVarchar(reading.kind);
    appender.appendInteger(ordinal);
    appender.appendInteger(reading.start);
    appender.appendInteger(reading.end);
    appender.appendInteger(reading.sentence.start);
    appender.appendInteger(reading.sentence.end);
    appender.appendVarchar(reading.sentence.text);
    appender.appendVarchar(reading.sortKey);
    appender.appendVarchar(reading.json);
    appender.endRow();
  });
}

function appendProblems(
  appender: DuckDBAppender,
  documentId: string | null,
  problems: readonly Problem[],
): void {
  problems.forEach((problem, ordinal) => {
    appendText(appender, documentId);
    appender.appendInteger(ordinal);
    appender.appendVarchar(problem.file);
    if (problem.line === null) appender.appendNull();
    else appender.appendInteger(problem.line);
    appender.appendVarchar(problem.message);
    appender.appendVarchar(problem.mend);
    appender.endRow();
  });
}
