-- Adds to `account` what is told of the accounts of all posts. Parameters: none. Reads post.
-- Columns: account (platform and id), name, followers (the most that were told, or null).
-- An account is known by the last handle told of it, else by its id; where accounts of several
-- platforms have one handle, by the handle and its platform, so that no two of them are taken for one.
insert into account
with own as (
  select platform, account, coalesce(arg_max(handle, seconds), max(handle), account) as name,
         max(followers) as followers
  from post group by platform, account
),
several as (
  select lower(name) as name from own group by lower(name) having count(distinct platform) > 1
)
select platform || ':' || account,
       case when lower(name) in (select name from several)
            then name || ' (' || platform || ')' else name end,
       followers
from own
