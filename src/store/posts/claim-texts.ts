import type { DuckDBConnection } from "@duckdb/node-api";

/** A text of posts: its number, and its words as they are read. */
export type PostText = { readonly text: bigint; readonly words: string };

/** What a text does with a claim. */
export type ClaimText = {
  readonly claim: string;
  readonly text: bigint;
  readonly stance: string;
  readonly attributedTo: string | null;
  readonly distancing: boolean;
  readonly reported: boolean;
  readonly reason: string;
  readonly rule: string;
  readonly score: number;
  readonly passage: string;
};

/**
 * The words of a post: of a repost those of the original where the case has it, without "RT @name:", the
 * accounts that an answer begins with, and links.
 */
const postWords = String.raw`
  trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    coalesce(original.text, posts.text),
    '^RT @[^\s:]+:?\s+', '', 'i'),
    '(https?://|www\.)\S+', '', 'g'),
    '^(\s*@\S+)+', ''),
    '[ \t]+', ' ', 'g'))`;

/**
 * Numbers the texts of all posts anew, and forgets what is known of texts that are gone. Their words
 * stay in the passing table `text_words` of this connection, for {@link unreadTexts}.
 */
export async function numberTexts(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `create or replace temp table text_words as
     select posts.import, posts.line, posts.language, ${postWords} as words
     from posts join post_files using (import)
     left join (
       select platform, id, arg_min(text, (import, line)) as text
       from posts where repost_of is null and import in (select import from post_files)
         and id in (select repost_of from posts where repost_of is not null)
       group by platform, id
     ) original on original.platform = posts.platform and original.id = posts.repost_of`,
  );
  await connection.run("delete from post_texts");
  await connection.run(
    "insert into post_texts select import, line, md5_number_lower(words) from text_words",
  );
  for (const table of ["read_texts", "claim_texts", "titled_texts"])
    await connection.run(`delete from ${table} where text not in (select text from post_texts)`);
}

/** Forgets what texts say: the claims are others now. */
export async function forgetTexts(connection: DuckDBConnection): Promise<void> {
  for (const table of ["read_texts", "claim_texts", "titled_texts"])
    await connection.run(`delete from ${table}`);
}

/** Posts in another language than this are not held against claims. */
export async function countOtherLanguages(
  connection: DuckDBConnection,
  language: string,
): Promise<number> {
  const reader = await connection.runAndReadAll(
    `select count(distinct (platform, id))::double from posts
     where import in (select import from post_files) and language <> $language`,
    { language },
  );
  return Number(reader.getRowsJS()[0]?.[0] ?? 0);
}

/**
 * The texts in a language that were not held against the claims yet, each once, some at a time. Needs
 * `text_words`. Another connection may put what they say meanwhile.
 */
export async function* unreadTexts(
  connection: DuckDBConnection,
  language: string,
): AsyncGenerator<readonly PostText[]> {
  const stream = await connection.stream(
    `select md5_number_lower(words) as text, words from text_words
     where coalesce(language, $language) in ($language, 'und')
       and md5_number_lower(words) not in (select text from read_texts)
     group by words`,
    { language },
  );
  for await (const rows of stream.yieldRowsJs())
    yield rows.map(([text, words]) => ({ text: text as bigint, words: words as string }));
}

/** Keeps what some texts were found to say, and that they were read. */
export async function putTexts(
  connection: DuckDBConnection,
  read: readonly bigint[],
  said: readonly ClaimText[],
  titled: readonly { readonly document: string; readonly text: bigint }[],
): Promise<void> {
  const reads = await connection.createAppender("read_texts");
  for (const text of read) {
    reads.appendUBigInt(text);
    reads.endRow();
  }
  reads.closeSync();
  const claims = await connection.createAppender("claim_texts");
  for (const one of said) {
    claims.appendVarchar(one.claim);
    claims.appendUBigInt(one.text);
    claims.appendVarchar(one.stance);
    if (one.attributedTo === null) claims.appendNull();
    else claims.appendVarchar(one.attributedTo);
    claims.appendBoolean(one.distancing);
    claims.appendBoolean(one.reported);
    claims.appendVarchar(one.reason);
    claims.appendVarchar(one.rule);
    claims.appendDouble(one.score);
    claims.appendVarchar(one.passage);
    claims.endRow();
  }
  claims.closeSync();
  const titles = await connection.createAppender("titled_texts");
  for (const { document, text } of titled) {
    titles.appendVarchar(document);
    titles.appendUBigInt(text);
    titles.endRow();
  }
  titles.closeSync();
}
