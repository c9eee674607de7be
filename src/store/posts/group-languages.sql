-- In which languages and when the accounts of groups post. Without parameters; asks `post`,
-- `first_of_post` and `account_of_group`. Out: group, language (null where the posts tell none),
-- posts, times of the first and the last one in seconds since 1970 (null where none is told).
select "group", post.language, count(*)::double as posts, min(post.seconds), max(post.seconds)
from post
join account_of_group on account_of_group.account = post.platform || ':' || post.account
where post.rowid in (select first from first_of_post)
group by "group", post.language
order by "group", posts desc, post.language nulls last
