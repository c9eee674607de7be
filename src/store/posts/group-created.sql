-- When the accounts of groups were made. Without parameters; asks `post` and `account_of_group`.
-- Out: group, month ("2031-05"; null where it is not told), accounts. What is told to the year only
-- tells no month.
with own as (
  select "group", account_of_group.account, min(post.account_created) as created
  from account_of_group
  left join post on account_of_group.account = post.platform || ':' || post.account
  group by "group", account_of_group.account
)
select "group", case when regexp_matches(created, '^\d{4}-\d\d') then left(created, 7) end as month,
       count(*)::integer as accounts
from own
group by "group", month
order by "group", month nulls last
