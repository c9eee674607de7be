-- How many actions are left out of the comparison, and why. Parameter: least, the actions that an
-- account must have. Out: actions and accounts that are usable; actions and accounts below that
-- number; actions whose post is its own object.
with usable as (
  select account, post, object,
         count(*) over (partition by account) as actions
  from action
  where object is not null and account is not null and post is not null and seconds is not null
)
select count(*)::double, count(distinct account)::double,
       (count(*) filter (where actions < $least))::double,
       (count(distinct account) filter (where actions < $least))::double,
       (count(*) filter (where actions >= $least and post = object))::double
from usable
