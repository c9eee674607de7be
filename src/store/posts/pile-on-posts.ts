import type { DuckDBConnection } from "@duckdb/node-api";
import { type InteractionKind, interactionKinds } from "../../document/interaction.ts";
import { type GoneKind, goneKinds, type PostGone } from "../../document/post.ts";

/** Where and when one pile-on was, by the number of its target. */
export type PileOnTime = {
  readonly target: number;
  readonly onsetSeconds: number;
  readonly endSeconds: number;
  readonly baselineHours: number;
};

/** The target as the posts name it: its id, and its last name where one is told. */
export type TargetNames = {
  readonly platform: string;
  readonly account: string;
  readonly handle: string | null;
  /** The name under which it is known in the table `account`; null where no post is its own. */
  readonly name: string | null;
};

/** Words that several senders of one pile-on have in common. */
export type CommonText = {
  /** As most of them write it, in the spelling in which texts are compared. */
  readonly words: string;
  /** Accounts and posts with these words or words like them, and accounts with exactly these. */
  readonly senders: number;
  readonly posts: number;
  readonly sendersOfSame: number;
};

/** The post that more posts of a pile-on answer or quote than any other. */
export type AnsweredPost = {
  readonly id: string;
  /** Posts of the pile-on that answer or quote it. */
  readonly by: number;
  /** When it was written; null where its time is not told, or it is not in the export. */
  readonly seconds: number | null;
  /** Whether the post itself is among the records. */
  readonly inExport: boolean;
  /** Later posts in which its account answers or quotes it itself. */
  readonly followUps: number;
  readonly url: string | null;
  /** That it is no longer there, as far as the posts tell; null where nothing says so. */
  readonly gone: Pick<PostGone, "seconds" | "how"> | null;
};

/** How many senders there are of each; null counts those of whom it is not told. */
export type Counted = { readonly of: string | null; readonly senders: number };

/** What is told of one pile-on's senders as a whole, and of what they wrote. */
export type PileOnTold = {
  readonly target: TargetNames;
  readonly texts: readonly CommonText[];
  /** Common texts in all, of which the most common are given. */
  readonly textCount: number;
  readonly answered: AnsweredPost | null;
  /** By the year in which their accounts were made. */
  readonly years: readonly Counted[];
  /** By the language of their posts; who writes in two counts in both. */
  readonly languages: readonly Counted[];
  /** Senders whose accounts were made in so many days before the onset, of those of whom it is told. */
  readonly lately: { readonly days: number; readonly senders: number; readonly told: number };
  /** Posts that address the target by the hour, from three days before the onset to one day after its end. */
  readonly hourly: readonly HourOfPosts[];
  /** Posts in an hour of the baseline before the onset, on average. */
  readonly usualPosts: number;
};

/** Hours without any are left out. */
export type HourOfPosts = { readonly startSeconds: number } & Readonly<
  Record<InteractionKind, number>
>;

/** Texts with fewer senders are not common. */
const fewestSenders = 3;
const mostTexts = 10;
/** An account that was made so shortly before is told apart. */
const latelyDays = 30;
const hourSeconds = 3600;
/** What is shown around a pile-on, so that the usual is seen beside it. */
const shownBefore = 72 * hourSeconds;
const shownAfter = 24 * hourSeconds;

/** Makes the table `pile_on_post` of the posts of pile-ons, which are numbered by their places. */
export async function putPileOns(
  connection: DuckDBConnection,
  pileOns: readonly PileOnTime[],
): Promise<void> {
  await connection.run(
    "create or replace table pile_on (number integer, target integer, onset double, ends double, baseline double)",
  );
  const appender = await connection.createAppender("pile_on");
  pileOns.forEach(({ target, onsetSeconds, endSeconds, baselineHours }, number) => {
    appender.appendInteger(number);
    appender.appendInteger(target);
    appender.appendDouble(onsetSeconds);
    appender.appendDouble(endSeconds);
    appender.appendDouble(baselineHours);
    appender.endRow();
  });
  appender.closeSync();
  await connection.run(
    `create or replace table pile_on_post as
     select pile_on.number, one.sender, one.post, one.answered, post.words, post.language,
            post.account_created
     from pile_on
     join interaction_in_order one
       on one.target = pile_on.target and one.seconds between pile_on.onset and pile_on.ends
     join post on post.rowid = one.post`,
  );
}

/** What is told of each pile-on; needs the tables `pile_on_post` and `alike_text` of its texts. */
export async function pileOnsTold(
  connection: DuckDBConnection,
  count: number,
): Promise<PileOnTold[]> {
  const targets = await lists(
    connection,
    `select pile_on.number, platform, target_number.target,
            (select arg_max(handle, seconds) from post
             where post.platform = target_number.platform
               and post.account = target_number.target),
            (select name from account where account.account = platform || ':' || target_number.target)
     from pile_on join target_number on target_number.number = pile_on.target
     order by pile_on.number`,
  );
  const texts = await lists(connection, commonTexts);
  const answered = await lists(connection, answeredPosts);
  const years = await lists(connection, sendersBy("account_created[1:4]"));
  const languages = await lists(connection, sendersBy("language"));
  const lately = await lists(connection, madeLately);
  const hourly = await lists(connection, postsByHour);
  const usual = await lists(connection, usualPosts);
  return Array.from({ length: count }, (_, at) => {
    const [platform, account, handle, name] = targets.get(at)?.[0] ?? [];
    const own = texts.get(at) ?? [];
    const most = answered.get(at)?.[0];
    return {
      target: {
        platform: platform as string,
        account: account as string,
        handle: handle as string | null,
        name: name as string | null,
      },
      texts: own.slice(0, mostTexts).map(([words, senders, posts, sendersOfSame]) => ({
        words: words as string,
        senders: senders as number,
        posts: posts as number,
        sendersOfSame: sendersOfSame as number,
      })),
      textCount: own.length,
      answered: most ? answeredOf(most) : null,
      years: countedOf(years.get(at)),
      languages: countedOf(languages.get(at)),
      lately: {
        days: latelyDays,
        senders: (lately.get(at)?.[0]?.[0] as number | undefined) ?? 0,
        told: (lately.get(at)?.[0]?.[1] as number | undefined) ?? 0,
      },
      hourly: (hourly.get(at) ?? []).map(([startSeconds, reply, quote, mention]) => ({
        startSeconds: startSeconds as number,
        reply: reply as number,
        quote: quote as number,
        mention: mention as number,
      })),
      usualPosts: (usual.get(at)?.[0]?.[0] as number | undefined) ?? 0,
    };
  });
}

function answeredOf([
  id,
  by,
  inExport,
  seconds,
  url,
  followUps,
  how,
  goneSeconds,
]: readonly unknown[]): AnsweredPost {
  return {
    id: id as string,
    by: by as number,
    inExport: inExport as boolean,
    seconds: seconds as number | null,
    url: url as string | null,
    followUps: followUps as number,
    gone: how === null ? null : { how: how as GoneKind, seconds: goneSeconds as number | null },
  };
}

function countedOf(rows: readonly (readonly unknown[])[] = []): Counted[] {
  return rows.map(([of, senders]) => ({ of: of as string | null, senders: senders as number }));
}

// Each wording is counted for its senders, then all that are alike together.
const commonTexts = `
  with same as (
    select number, alike, words, count(distinct sender)::integer as senders
    from pile_on_post join alike_text using (words) group by all
  ),
  alike as (
    select number, alike, count(distinct sender)::integer as senders, count(*)::integer as posts
    from pile_on_post join alike_text using (words)
    group by all having count(distinct sender) >= ${fewestSenders}
  ),
  most as (
    select number, alike, words, senders from same
    qualify row_number() over (partition by number, alike order by senders desc, words) = 1
  )
  select alike.number, most.words, alike.senders, alike.posts, most.senders
  from alike join most using (number, alike)
  order by alike.number, alike.senders desc, alike.posts desc, most.words`;

// Only a post of the target itself counts; one that is not in the export is the target's, since
// the export says that answering it addresses the target.
const answeredPosts = `
  with most as (
    select number, answered, count(*)::integer as times
    from pile_on_post where answered is not null group by number, answered
    qualify row_number() over (partition by number order by count(*) desc, answered) = 1
  ),
  gone as (
    select platform, id, how, seconds from post_gone
    qualify row_number() over (
      partition by platform, id
      order by list_position([${goneKinds.map((kind) => `'${kind}'`).join(", ")}], how), seconds) = 1
  )
  select most.number, answered, times, own.id is not null, own.seconds, own.url,
         (select count(*)::integer from post later
          where later.platform = target_number.platform and later.account = target_number.target
            and (later.reply_to = answered or later.quote_of = answered)
            and later.rowid in (select first from first_of_post)),
         gone.how, gone.seconds
  from most
  join pile_on using (number)
  join target_number on target_number.number = pile_on.target
  left join post own on own.platform = target_number.platform and own.id = answered
    and own.rowid in (select first from first_of_post)
  left join gone on gone.platform = target_number.platform and gone.id = answered
  order by most.number`;

function sendersBy(told: string): string {
  return `
    select number, ${told} as told, count(distinct sender)::integer
    from pile_on_post group by all order by number, told nulls last`;
}

const madeLately = `
  with made as (
    select number, sender, bool_or(age between 0 and ${latelyDays}) as lately
    from (select number, sender,
                 date_diff('day', try_cast(account_created as date),
                           cast(to_timestamp(onset) as date)) as age
          from pile_on_post join pile_on using (number))
    where age is not null group by number, sender
  )
  select number, (count(*) filter (where lately))::integer, count(*)::integer
  from made group by number order by number`;

const postsByHour = `
  select pile_on.number, floor(seconds / ${hourSeconds}) * ${hourSeconds} as hour,
         ${interactionKinds.map((_, at) => `(count(*) filter (where kind = ${at}))::integer`).join(", ")}
  from pile_on join interaction_in_order using (target)
  where seconds between onset - ${shownBefore} and ends + ${shownAfter}
  group by pile_on.number, hour order by pile_on.number, hour`;

const usualPosts = `
  select pile_on.number,
         (count(*) filter (where interaction_in_order.target is not null)) / any_value(baseline)
  from pile_on left join interaction_in_order on interaction_in_order.target = pile_on.target
    and seconds >= floor(onset / ${hourSeconds}) * ${hourSeconds} - baseline * ${hourSeconds}
    and seconds < floor(onset / ${hourSeconds}) * ${hourSeconds}
  where baseline > 0
  group by pile_on.number order by pile_on.number`;

/** Rows by their first column, without it. */
async function lists(
  connection: DuckDBConnection,
  query: string,
): Promise<Map<number, (readonly unknown[])[]>> {
  const reader = await connection.runAndReadAll(query);
  const found = new Map<number, (readonly unknown[])[]>();
  for (const [number, ...row] of reader.getRowsJS()) {
    const list = found.get(number as number) ?? [];
    found.set(number as number, list);
    list.push(row);
  }
  return found;
}
