import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { randomFrom } from "../src/spread/random.ts";
import {
  closings,
  openings,
  otherLanguages,
  rounds,
  type Side,
  spokenOut,
  type Topic,
  topics,
} from "./example-posts-texts.ts";

/**
 * Makes the invented posts of the bundled example, in the columns of 4CAT: `npx tsx
 * scripts/example-posts.ts`. From a seed, so that the same posts come again.
 */
const seed = 2031;
const counts = { posts: 18_600, accounts: 4200, planted: 15, answers: 640 } as const;
/** A planted group acts in so many of its rounds each, within so many seconds of one another. */
const planted = { takesPart01: 0.85, withinSeconds: 25 } as const;
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
  readonly retweeted?: Account;
  readonly replied?: Account;
  readonly language?: string;
};

const columns = [
  "id",
  "thread_id",
  "timestamp",
  "unix_timestamp",
  "author",
  "author_id",
  "author_followers",
  "body",
  "language_guess",
  "link",
  "is_retweet",
  "retweeted_user",
  "is_reply",
  "replied_author",
  "hashtags",
  "urls",
  "mentions",
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
  const posts = [
    ...topics.flatMap((topic) => talk(topic, accounts, { random, pick })),
    ...sides.flatMap((side) => together(side, { random, pick })),
    ...pileOn(accounts, { random, pick }),
  ].sort((x, y) => x.seconds - y.seconds);
  return `${[columns.join(","), ...posts.map(rowOf)].join("\n")}\n`;
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
  const loud = accounts.filter(({ followers }) => followers > 20_000);
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
    const urls = random() < 0.22 && links[side].length > 0 ? [pick(links[side])] : [];
    const foreign = otherLanguages[account.language];
    const said = foreign
      ? pick(foreign)
      : sentence(pick(openings), pick(middles[side]), pick(closings));
    const post = { account, seconds, body: said, hashtags: [...new Set(tags)], urls };
    if (random() < 0.3 && loud.length > 0) {
      const first = pick(loud.filter((one) => one.side === side));
      posts.push({ ...post, retweeted: first, language: "en" });
    } else posts.push(post);
  }
  return posts;
}

/** `For those who ask: she …. We wait.`, `Please share. She …. We wait.` */
function sentence(opening: string, middle: string, closing: string): string {
  const goesOn = /[:,]$/.test(opening);
  return `${opening} ${goesOn ? middle : middle.slice(0, 1).toUpperCase() + middle.slice(1)}. ${closing}`;
}

/** What a group does together: in each round most of its members within a moment. */
function together(side: Side, { random, pick }: Chance): Post[] {
  const members = Array.from({ length: counts.planted }, (_, at) => plantedAccount(side, at));
  return rounds[side].flatMap(([hashtag, words], round) =>
    // Twice each, on two days; both sides at the same hours.
    [0, 1].flatMap((day) => {
      const start =
        Date.parse("2031-05-04T06:30:00Z") / 1000 +
        day * 3 * 86_400 +
        round * 4100 +
        Math.floor(random() * 900);
      const topic = topics[day === 0 ? 2 : 3] as Topic;
      return members
        .filter(() => random() < planted.takesPart01)
        .map((account) => ({
          account,
          seconds: start + Math.floor(random() * planted.withinSeconds),
          body: random() < 0.8 ? words : `${words}. ${pick(closings)}`,
          hashtags: [hashtag],
          urls: round % 2 === 0 ? [pick(topic.links[side])] : [],
        }));
    }),
  );
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
  const answers = Array.from({ length: counts.answers }, () => ({
    account: pick(accounts),
    seconds: Math.round(at + 600 + 3600 * -Math.log(1 - random()) * 2.4),
    body: pick(spokenOut.answers),
    hashtags: [],
    urls: [],
    replied: target,
  }));
  return [own(at, spokenOut.said), own(at + 26 * 3600, spokenOut.takenBack), ...before, ...answers];
}

function other(side: Side): Side {
  return side === "island" ? "mainland" : "island";
}

function rowOf(post: Post, at: number): string {
  const { account, seconds, hashtags, urls, retweeted, replied } = post;
  const id = String(88_100_000 + at * 7);
  const tags = hashtags.map((tag) => ` #${tag}`).join("");
  const links = urls.map((url) => ` ${url}`).join("");
  const front = retweeted ? `RT @${retweeted.handle}: ` : replied ? `@${replied.handle} ` : "";
  const time = new Date(seconds * 1000).toISOString();
  const values: Readonly<Record<(typeof columns)[number], string | number>> = {
    id,
    thread_id: id,
    timestamp: `${time.slice(0, 10)} ${time.slice(11, 19)}`,
    unix_timestamp: seconds,
    author: account.handle,
    author_id: account.id,
    author_followers: account.followers,
    body: `${front}${post.body}${tags}${links}`,
    language_guess: post.language ?? account.language,
    link: `https://posts.example/@${account.handle}/${id}`,
    is_retweet: retweeted ? "yes" : "no",
    retweeted_user: retweeted?.handle ?? "",
    is_reply: replied ? "yes" : "no",
    replied_author: replied?.handle ?? "",
    hashtags: hashtags.join(","),
    urls: urls.join(","),
    mentions: [retweeted, replied].flatMap((one) => one?.handle ?? []).join(","),
  };
  return columns.map((name) => cell(String(values[name]))).join(",");
}

function cell(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(examplePostsFile, gzipSync(examplePosts(), { level: 9 }));
