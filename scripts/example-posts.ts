import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { randomFrom } from "../src/spread/random.ts";
import { type CarriedClaim, carriedClaims } from "./example-posts-claims.ts";
import {
  closings,
  openings,
  otherLanguages,
  pages,
  remarks,
  rounds,
  type Side,
  spokenOut,
  type Topic,
  topics,
} from "./example-posts-texts.ts";

/**
 * Makes the invented posts of the bundled example, as a table: `npx tsx
 * scripts/example-posts.ts`. From a seed, so that the same posts come again.
 */
const seed = 2031;
const counts = { posts: 17_300, accounts: 4200, planted: 15, answers: 640 } as const;
/** A planted group acts in so many of its rounds each, within so many seconds of one another. */
const planted = { takesPart01: 0.85, answering: 8, withinSeconds: 25 } as const;
const sides: readonly Side[] = ["island", "mainland"];
export const examplePostsFile = fileURLToPath(
  new URL("../examples/brenna-strait/posts/posts.csv.gz", import.meta.url),
);

type Account = {
  readonly id: string;
  readonly handle: string;
  readonly followers: number;
  readonly side: Side;
  readonly language: string;
};

type Post = {
  readonly account: Account;
  readonly seconds: number;
  readonly body: string;
  readonly hashtags: readonly string[];
  readonly urls: readonly string[];
  /** What it reposts or answers. */
  readonly repostOf?: Post;
  readonly replyTo?: Post;
  /** Whom it answers, where the post is not among these. */
  readonly replied?: Account;
  readonly language?: string;
};

const columns = [
  "platform",
  "id",
  "account_id",
  "handle",
  "followers",
  "timestamp",
  "unix_timestamp",
  "text",
  "language",
  "url",
  "hashtags",
  "urls",
  "mentions",
  "repost_of",
  "repost_of_account",
  "reply_to",
  "reply_to_account",
] as const;

/** The members of the planted groups, by side. */
export function plantedMembers(): Readonly<Record<Side, readonly string[]>> {
  const of = (side: Side) =>
    Array.from({ length: counts.planted }, (_, at) => plantedAccount(side, at).handle);
  return { island: of("island"), mainland: of("mainland") };
}

/** The whole table as text. */
export function examplePosts(): string {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const accounts = Array.from({ length: counts.accounts }, (_, at) => accountAt(at, random));
  const talked = topics.flatMap((topic) => talk(topic, accounts, { random, pick }));
  const posts = [
    ...talked,
    ...sides.flatMap((side) => together(side, talked, { random, pick })),
    ...pileOn(accounts, { random, pick }),
    ...carriedClaims.flatMap((claim) => carried(claim, accounts, { random, pick })),
  ].sort((x, y) => x.seconds - y.seconds);
  const ids = new Map(posts.map((post, at) => [post, String(88_100_000 + at * 7)]));
  return `${[columns.join(","), ...posts.map((post) => rowOf(post, ids))].join("\n")}\n`;
}

type Chance = { readonly random: () => number; readonly pick: <T>(list: readonly T[]) => T };

const places = ["quay", "gull", "tide", "pier", "net", "buoy", "cliff", "rope", "shoal", "lamp"];
const traits = ["grey", "salt", "north", "quiet", "late", "red", "old", "small", "dry", "far"];

/** Followers from 3 to 200,000: many have few, few have many. */
function accountAt(at: number, random: () => number): Account {
  const followers = Math.round(Math.min(200_000, 3 * Math.exp(random() ** 2.2 * 11.1)));
  const language =
    random() < 0.86 ? "en" : (["de", "fr", "es"][Math.floor(random() * 3)] as string);
  return {
    id: String(40_210_000 + at),
    handle: `${traits[at % 10]}_${places[Math.floor(at / 10) % 10]}_${100 + Math.floor(at / 100)}`,
    followers,
    side: at % 2 === 0 ? "island" : "mainland",
    language,
  };
}

function plantedAccount(side: Side, at: number): Account {
  const offset = side === "island" ? 0 : counts.planted;
  return {
    id: String(40_390_000 + offset + at),
    handle: `${side === "island" ? "heron" : "cutter"}_watch_${at + 11}`,
    followers: 40 + 97 * at + (at === 0 ? 6200 : 0),
    side,
    language: "en",
  };
}

/** What many say on their own: each account as often as it likes, each at a time of its own. */
function talk(topic: Topic, accounts: readonly Account[], { random, pick }: Chance): Post[] {
  const start = Date.parse(topic.startsAt) / 1000;
  const posts: Post[] = [];
  /** Those that others may repost, of accounts with many followers, and that they may answer. */
  const originals: Record<Side, Post[]> = { island: [], mainland: [] };
  const answered: Post[] = [];
  for (let left = Math.round(counts.posts * topic.share01); left > 0; left--) {
    // Few accounts write much: the square of an even number is small more often.
    const account = accounts[Math.floor(random() ** 2 * accounts.length)] as Account;
    const { side } = account;
    const hours = -Math.log(1 - random()) * (topic.halfHours / Math.LN2) + random() * 0.3;
    const seconds = Math.round(start + 3600 * hours);
    const { hashtags, links, middles } = topic;
    // Some answer the other shore under its own hashtag.
    const under = random() < 0.12 ? other(side) : side;
    const tags = random() < 0.75 ? [pick(hashtags[under])] : [];
    if (random() < 0.2) tags.push(pick(hashtags[side]));
    const urls = random() < 0.42 ? [pick([...links[side], ...pages[under]])] : [];
    const foreign = otherLanguages[account.language];
    const said = foreign
      ? pick(foreign)
      : sentence(pick(openings), pick(middles[side]), pick(closings));
    const post: Post = { account, seconds, body: said, hashtags: [...new Set(tags)], urls };
    const kind = random();
    const original =
      kind < 0.48 ? pick<Post | undefined>(kind < 0.28 ? originals[side] : answered) : undefined;
    if (!original || original.seconds >= seconds) {
      posts.push(post);
      if (!foreign) answered.push(post);
      if (!foreign && account.followers > 20_000) originals[side].push(post);
    } else if (kind < 0.28)
      posts.push({ ...original, account, seconds, repostOf: original, language: "en" });
    else posts.push({ ...post, body: pick(remarks), hashtags: [], urls: [], replyTo: original });
  }
  return posts;
}

/** `For those who ask: she …. We wait.`, `Please share. She …. We wait.` */
function sentence(opening: string, middle: string, closing: string): string {
  const goesOn = /[:,]$/.test(opening);
  return `${opening} ${goesOn ? middle : middle.slice(0, 1).toUpperCase() + middle.slice(1)}. ${closing}`;
}

/** What a group does together: in each round most of its members within a moment. */
function together(side: Side, talked: readonly Post[], { random, pick }: Chance): Post[] {
  const members = Array.from({ length: counts.planted }, (_, at) => plantedAccount(side, at));
  return rounds[side].flatMap(([hashtag, words], round) =>
    // Twice each, on two days; both sides at the same hours.
    [0, 1].flatMap((day) => {
      const start =
        Date.parse("2031-05-04T10:20:00Z") / 1000 +
        day * 3 * 86_400 +
        round * 4100 +
        Math.floor(random() * 900);
      const earlier = talked.filter(
        (one) => one.seconds < start && one.seconds > start - 86_400 && !one.repostOf,
      );
      const answered = [0, 1].map(() => pick(earlier.filter((one) => one.account.side !== side)));
      const takePart = () => members.filter(() => random() < planted.takesPart01);
      const soon = () => Math.floor(random() * planted.withinSeconds);
      const first: Post = {
        account: members[0] as Account,
        seconds: start - 300,
        body: `${words}. ${pick(closings)}`,
        hashtags: [],
        urls: [],
      };
      return [
        ...takePart().map((account) => ({
          account,
          seconds: start + soon(),
          body: random() < 0.8 ? words : `${words}. ${pick(closings)}`,
          hashtags: [hashtag],
          urls: round % 2 === 0 ? [pages[side][(round + 4 * day) % pages[side].length] ?? ""] : [],
        })),
        first,
        ...takePart()
          .slice(1)
          .map((account) => ({
            ...first,
            account,
            seconds: start + 700 + soon(),
            repostOf: first,
          })),
        // Too few for a pile-on.
        ...answered.flatMap((replyTo, nth) =>
          someOf(members, planted.answering, random).map((account) => ({
            ...{ account, hashtags: [], urls: [], replyTo, body: pick(remarks) },
            seconds: start + 1500 + nth * 600 + soon(),
          })),
        ),
      ];
    }),
  );
}

/** A claim that goes round: from its first post on, each time in one of its wordings, by those of its side. */
function carried(
  claim: CarriedClaim,
  accounts: readonly Account[],
  { random, pick }: Chance,
): Post[] {
  const start = Date.parse(claim.startsAt) / 1000;
  const own = accounts.filter(({ side, language }) => side === claim.side && language === "en");
  const others = accounts.filter(({ side, language }) => side !== claim.side && language === "en");
  const posts: Post[] = [];
  for (let at = 0; at < claim.posts; at++) {
    const denies = at > 0 && random() < claim.denied01;
    const seconds = Math.round(
      start + (at === 0 ? 0 : 3600 * -Math.log(1 - random()) * (claim.halfHours / Math.LN2)),
    );
    const account = pick(denies ? others : own);
    const words = pick(denies ? claim.denials : claim.wordings);
    const goesOn = random() < 0.6;
    const body = goesOn ? `${words} ${pick(closings)}` : words;
    const hashtags = random() < 0.4 ? [pick(claim.hashtags)] : [];
    const urls = claim.page !== null && random() < 0.3 ? [claim.page] : [];
    posts.push({ account, seconds, body, hashtags, urls });
  }
  return posts;
}

/** One person speaks out and is answered by many, from both shores, most of them for the first time. */
function pileOn(accounts: readonly Account[], { random, pick }: Chance): Post[] {
  const target: Account = {
    id: "40399001",
    handle: "signaller_ilse",
    followers: 640,
    side: "mainland",
    language: "en",
  };
  const at = Date.parse("2031-05-05T18:12:00Z") / 1000;
  const own = (seconds: number, body: string): Post => ({
    account: target,
    seconds,
    body,
    hashtags: ["BrennaStrait"],
    urls: [],
  });
  const friends = accounts.slice(0, 6);
  const before = Array.from({ length: 14 }, (_, day) => ({
    account: pick(friends),
    seconds: at - 3 * 86_400 + day * 17_000,
    body: `${pick(closings)} Call me when you are ashore.`,
    hashtags: [],
    urls: [],
    replied: target,
  }));
  const spoken = own(at, spokenOut.said);
  const answers = Array.from({ length: counts.answers }, () => ({
    replyTo: spoken,
    account: pick(accounts),
    seconds: Math.round(at + 600 + 3600 * -Math.log(1 - random()) * 2.4),
    body: pick(spokenOut.answers),
    hashtags: [],
    urls: [],
  }));
  return [spoken, own(at + 26 * 3600, spokenOut.takenBack), ...before, ...answers];
}

/** So many of a list, by chance. */
function someOf<T>(list: readonly T[], most: number, random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ item }) => item);
}

function other(side: Side): Side {
  return side === "island" ? "mainland" : "island";
}

function rowOf(post: Post, ids: ReadonlyMap<Post, string>): string {
  const { account, seconds, hashtags, urls, repostOf, replyTo } = post;
  const id = ids.get(post) ?? "";
  const replied = replyTo?.account ?? post.replied;
  const tags = hashtags.map((tag) => ` #${tag}`).join("");
  const links = urls.map((url) => ` ${url}`).join("");
  const front = repostOf
    ? `RT @${repostOf.account.handle}: `
    : replied
      ? `@${replied.handle} `
      : "";
  const time = new Date(seconds * 1000).toISOString();
  const values: Readonly<Record<(typeof columns)[number], string | number>> = {
    platform: "posts.example",
    id,
    account_id: account.id,
    handle: account.handle,
    followers: account.followers,
    timestamp: `${time.slice(0, 10)} ${time.slice(11, 19)}`,
    unix_timestamp: seconds,
    text: `${front}${post.body}${tags}${links}`,
    language: post.language ?? account.language,
    url: `https://posts.example/@${account.handle}/${id}`,
    hashtags: hashtags.join(","),
    urls: urls.join(","),
    mentions: replied?.handle ?? "",
    repost_of: (repostOf && ids.get(repostOf)) ?? "",
    repost_of_account: repostOf?.account.handle ?? "",
    reply_to: (replyTo && ids.get(replyTo)) ?? "",
    reply_to_account: replied?.handle ?? "",
  };
  return columns.map((name) => cell(String(values[name]))).join(",");
}

function cell(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(examplePostsFile, gzipSync(examplePosts(), { level: 9 }));
