-- Posts of a case. What one import of a file gave has its number; only imports that were finished
-- have a row in post_files, and only they count.
create table post_files (
  import integer not null,
  file varchar not null,
  format varchar not null,
  container varchar not null,
  sha256 varchar not null,
  size_bytes bigint not null,
  -- milliseconds since 1970; with the size, what tells that a file is as it was
  modified_ms double not null,
  -- on what the posts depend beside the bytes: how records are mapped and read
  mapping varchar not null,
  records integer not null,
  unmapped integer not null
);

-- One row a record that could be mapped, also where another record tells of the same post. Times are
-- seconds since 1970, UTC.
create table posts (
  platform varchar not null,
  id varchar not null,
  account varchar not null,
  handle varchar,
  followers bigint,
  account_created varchar,
  seconds double,
  text varchar not null,
  language varchar,
  url varchar,
  hashtags varchar[] not null,
  urls varchar[] not null,
  domains varchar[] not null,
  mentions varchar[] not null,
  words varchar,
  repost_of varchar,
  repost_of_account varchar,
  quote_of varchar,
  quote_of_account varchar,
  reply_to varchar,
  reply_to_account varchar,
  likes bigint,
  reposts bigint,
  import integer not null,
  line integer not null
);

-- Every record as it stood in its file, as JSON, without traces of who collected it. message and
-- mend are null where it was mapped.
create table post_records (
  import integer not null,
  line integer not null,
  raw varchar not null,
  message varchar,
  mend varchar
);
