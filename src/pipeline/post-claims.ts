import type { Claim } from "../compare/claims/claims.ts";
import { indexPassages } from "../compare/claims/passages.ts";
import { readTermsWith } from "../compare/claims/statement.ts";
import { createTextsThatSay, type TextsThatSay } from "../compare/claims/texts-that-say.ts";
import { createTitleFinder } from "../compare/claims/titles.ts";
import { createPossibleTerms } from "../read/sentences/terms.ts";
import {
  type ClaimText,
  forgetTexts,
  numberTexts,
  type PostText,
  putTexts,
  unreadTexts,
} from "../store/posts/claim-texts.ts";
import { type AnalyzedCase, findingsOf } from "./analyze.ts";
import { fingerprint, folderFingerprint, room } from "./fingerprint.ts";

/** What is needed of a case to hold its posts against its claims. */
export type MatchedCase = Pick<
  AnalyzedCase,
  "store" | "posts" | "documents" | "input" | "reader" | "lexicon" | "readerOptions"
>;

/** What a run had to do: texts that were not known, and how many of them had words enough to be read. */
export type MatchRun = { readonly texts: number; readonly read: number };

export type MatchProgress = (texts: number) => void;

/** So many texts are read at a time. */
const batchTexts = 400;

/**
 * Holds the posts of a case against its claims, where that was not done before: all texts where the claims are
 * others, else only those that are new. Texts of reposts and copies are read once.
 */
export async function matchPosts(
  analyzed: MatchedCase,
  progress: MatchProgress = () => {},
): Promise<MatchRun> {
  const { store, posts, documents, lexicon } = analyzed;
  const ofClaims = fingerprint(
    await store.meta("findings"),
    folderFingerprint([room("read"), room("compare")]),
    documents.map(({ id, title }) => [id, title]),
  );
  const ofPosts = fingerprint(
    ofClaims,
    posts.files.map(({ import: number, file, sha256, mapping }) => [number, file, sha256, mapping]),
  );
  if ((await store.meta(postsKey)) === ofPosts) return { texts: 0, read: 0 };
  const [reading, writing] = [await store.connect(), await store.connect()];
  try {
    if ((await store.meta(claimsKey)) !== ofClaims) {
      await store.setMeta(postsKey, "");
      await forgetTexts(writing);
      await store.setMeta(claimsKey, ofClaims);
    }
    await numberTexts(reading);
    const claims = await findingsOf(store, "claims");
    const { mayCarry, say } = await textsThatSay(analyzed, claims);
    const titlesIn = createTitleFinder(documents);
    const run = { texts: 0, read: 0 };
    for await (const texts of unreadTexts(reading, lexicon.language)) {
      const near = texts.filter(({ words }) => mayCarry(words));
      const said: ClaimText[] = [];
      for (let at = 0; at < near.length; at += batchTexts)
        said.push(...saidBy(near.slice(at, at + batchTexts), say));
      const titled = texts.flatMap(({ text, words }) =>
        titlesIn(words).map((document) => ({ document, text })),
      );
      await putTexts(
        writing,
        texts.map(({ text }) => text),
        said,
        titled,
      );
      run.texts += texts.length;
      run.read += near.length;
      progress(run.texts);
    }
    await store.setMeta(postsKey, ofPosts);
    return run;
  } finally {
    reading.closeSync();
    writing.closeSync();
  }
}

const claimsKey = "claim-posts-claims";
const postsKey = "claim-posts";

function saidBy(texts: readonly PostText[], say: TextsThatSay["say"]): ClaimText[] {
  return say(texts.map(({ words }) => words)).flatMap(
    ({ claimId, text: at, start, end, ...said }): ClaimText[] => {
      const own = texts[at];
      return own
        ? [{ ...said, claim: claimId, text: own.text, passage: own.words.slice(start, end) }]
        : [];
    },
  );
}

/** Makes the functions that tell which texts say which claims of a case. */
export async function textsThatSay(
  {
    input,
    reader,
    lexicon,
    readerOptions,
  }: Pick<AnalyzedCase, "input" | "reader" | "lexicon" | "readerOptions">,
  claims: readonly Claim[],
): Promise<TextsThatSay> {
  return createTextsThatSay(claims, {
    index: await indexPassages(input, readTermsWith(reader())),
    reader: reader(),
    possibleTerms: createPossibleTerms(lexicon, readerOptions.actors),
    numerals: lexicon.numerals,
  });
}
