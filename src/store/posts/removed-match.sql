-- Which accounts of the posts are on a list of removed ones, by their ids or handles; an account of
-- which only a name is told has it for an id. Without parameters. Makes the table
-- `removed_match`: account (platform and id), platform, matched_by ('id' or 'handle'), posts, and the times
-- of the first and the last one in seconds since 1970 (null where none is told).
create or replace table removed_match as
select platform || ':' || account as account, platform,
       case when bool_or(account in (select id from listed where id is not null))
            then 'id' else 'handle' end as matched_by,
       count(distinct id) as posts, min(seconds) as first_seconds, max(seconds) as last_seconds
from post
where account in (select id from listed where id is not null)
   or lower(coalesce(handle, account)) in (select handle from listed where handle is not null)
group by platform, account
