-- Which posts of a file's former state are missing in its present one. Parameters: file, number (of
-- the present import), sha256 and mapping of the present one. Adds to post_gone.
-- Missing is what stood between two posts of its account that are still there: an export that begins
-- later, or lacks the account, tells nothing of what it lacks. What was missing before stays so until
-- it is there again. The same bytes, or records mapped in another way, are no later state.
insert into post_gone
with before as (
  select import, sha256, mapping from post_files where file = $file
),
here as (
  select platform, id, account, seconds from posts where import = $number
),
span as (
  select platform, account, min(seconds) as first, max(seconds) as last from here group by all
),
missing as (
  select old.platform, old.id, null::double as seconds
  from posts old
  join before on before.import = old.import and before.sha256 <> $sha256
    and before.mapping = $mapping
  join span on span.platform = old.platform and span.account = old.account
    and old.seconds > span.first and old.seconds < span.last
  union
  select platform, id, seconds
  from post_gone join before using (import) where how = 'missing'
)
select platform, id, any_value(seconds), 'missing', $number
from missing
where not exists (
  select 1 from here where here.platform = missing.platform and here.id = missing.id
)
group by platform, id
order by platform, id
