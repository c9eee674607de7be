-- Posts of which a file of posts tells that they are no longer there, or which a later state of the
-- file lacks (how is 'missing'). seconds since 1970, UTC, when they went; null where it is not told.
create table post_gone (
  platform varchar not null,
  id varchar not null,
  seconds double,
  how varchar not null,
  import integer not null
);
