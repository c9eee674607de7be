-- First schema of a case: documents, what was read from each, and what was found across them.
create table documents (
  id varchar not null,
  file varchar not null,
  source_id varchar not null,
  format varchar not null,
  sha256 varchar not null,
  size_bytes bigint not null,
  text varchar not null,
  title varchar,
  author varchar,
  url varchar,
  language varchar,
  published varchar,
  published_from varchar,
  completeness varchar not null,
  words integer not null,
  -- what the readings depend on: the bytes, the reader, what the case file declares
  fingerprint varchar not null,
  read_language varchar,
  -- JSON: spans of the paragraphs
  paragraphs varchar not null
);

create table readings (
  document_id varchar not null,
  kind varchar not null,
  ordinal integer not null,
  start_at integer not null,
  end_at integer not null,
  sentence_start integer not null,
  sentence_end integer not null,
  sentence_text varchar not null,
  -- by what rows of this kind are grouped when they are walked
  sort_key varchar not null,
  -- JSON: the reading
  record varchar not null
);

create table findings (
  question varchar not null,
  ordinal integer not null,
  -- JSON: one finding
  record varchar not null
);

-- document_id is null for what belongs to the case or to a file that gave no document
create table problems (
  document_id varchar,
  ordinal integer not null,
  file varchar not null,
  line integer,
  message varchar not null,
  mend varchar not null
);

create table meta (
  key varchar not null,
  value varchar not null
);
