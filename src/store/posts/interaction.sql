-- Who addresses whom, in which posts: each post once for each target, by the first way of several.
-- Parameters: none. Reads post and first_of_post.
-- Columns out: platform, target and sender (the account's id where it is known, else the name as
-- addressed, in lower case), post (rowid of post), seconds (since 1970, UTC), kind (0 reply,
-- 1 quote, 2 mention), answered (id of the post that is answered or quoted, or null).
-- Reposts address nobody, and nobody addresses themselves; "via @name", which buttons for sharing
-- add, names where something was found.
create or replace table interaction as
with own as (
  select rowid as post, platform, id, account, seconds, lower(text) as text, mentions,
         reply_to, reply_to_account, quote_of, quote_of_account
  from post
  where rowid in (select first from first_of_post) and seconds is not null
    and repost_of is null and repost_of_account is null and text not like 'RT @%'
),
handles as (
  select platform, lower(handle) as handle, min(account) as account
  from post where handle is not null group by all
),
ids as (
  select distinct platform, account from post
),
addressed as (
  select own.post, own.platform, own.account as sender, own.seconds, 0 as kind,
         coalesce(own.reply_to_account, answered.account) as name, own.reply_to as answered
  from own left join own answered
    on answered.platform = own.platform and answered.id = own.reply_to
  where own.reply_to is not null or own.reply_to_account is not null
  union all
  select own.post, own.platform, own.account, own.seconds, 1,
         coalesce(own.quote_of_account, quoted.account), own.quote_of
  from own left join own quoted
    on quoted.platform = own.platform and quoted.id = own.quote_of
  where own.quote_of is not null or own.quote_of_account is not null
  union all
  select post, platform, account, seconds, 2, mention, null
  from (select post, platform, account, seconds, text, unnest(mentions) as mention from own)
  where not contains(text, 'via @' || lower(mention))
),
known as (
  select addressed.post, addressed.platform, addressed.sender, addressed.seconds, addressed.kind,
         addressed.answered,
         coalesce(ids.account, handles.account, lower(addressed.name)) as target
  from addressed
  left join ids on ids.platform = addressed.platform and ids.account = addressed.name
  left join handles
    on handles.platform = addressed.platform and handles.handle = lower(addressed.name)
  where addressed.name is not null
)
select platform, target, sender, post, any_value(seconds) as seconds, min(kind) as kind,
       arg_min(answered, kind) as answered
from known
where target <> sender
group by platform, target, sender, post
order by all
