-- Whom the accounts of `removed_match` addressed. Without parameters. Makes the table `removed_act`:
-- account, what ('reposted', 'quoted', 'answered', 'mentioned'), target (platform and id, or handle
-- where no id is known; null where the posts do not tell whom), post; each once. Mentions in reposts
-- are the words of whoever is reposted, and left out. A post that is there twice counts once.
create or replace table removed_act as
with own as (
  select post.*
  from post
  where rowid in (select min(rowid) from post group by platform, id)
    and platform || ':' || account in (select account from removed_match)
),
original as (
  select platform, id, any_value(account) as account from post group by platform, id
),
by_handle as (
  select platform, lower(coalesce(handle, account)) as handle, min(account) as account
  from post group by platform, lower(coalesce(handle, account))
),
act as (
  select platform, account, id, 'reposted' as what, repost_of as other, repost_of_account as target
  from own where repost_of is not null or repost_of_account is not null
  union all
  select platform, account, id, 'quoted', quote_of, quote_of_account
  from own where quote_of is not null or quote_of_account is not null
  union all
  select platform, account, id, 'answered', reply_to, reply_to_account
  from own where reply_to is not null or reply_to_account is not null
  union all
  select platform, account, id, 'mentioned', null, unnest(mentions)
  from own where repost_of is null and repost_of_account is null
)
select distinct act.platform || ':' || act.account as account, act.what,
       act.platform || ':' || coalesce(original.account, by_handle.account, act.target) as target,
       act.id as post
from act
left join original on original.platform = act.platform and original.id = act.other
left join by_handle on by_handle.platform = act.platform and by_handle.handle = lower(act.target)
