-- The posts behind each edge: what is told of the two posts of every row of `meeting`. Without
-- parameters. Out: edge; object; for each side the post, its time in seconds since 1970, its
-- address (null where none is told), and the file and line it was read from (null for actions).
with place as (
  select platform || ':' || id as post, url, file, line
  from post
  where rowid in (select min(rowid) from post group by platform, id)
)
select meeting.edge, object_number.object,
       a.post, meeting.seconds_a, place_a.url, place_a.file, place_a.line,
       b.post, meeting.seconds_b, place_b.url, place_b.file, place_b.line
from meeting
join object_number on object_number.number = meeting.object
join post_number a on a.number = meeting.post_a
join post_number b on b.number = meeting.post_b
left join place place_a on place_a.post = a.post
left join place place_b on place_b.post = b.post
order by meeting.edge, least(meeting.seconds_a, meeting.seconds_b), object_number.object,
         a.post, b.post
