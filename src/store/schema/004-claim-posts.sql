-- What posts say of the claims of a case, by their texts: reposts and copies have one text, and its
-- number is the lower half of its MD5. All of it is made from posts and claims, and made again when
-- these change.

-- The text of each record of `posts`.
create table post_texts (
  import integer not null,
  line integer not null,
  text ubigint not null
);

-- Texts that were held against the claims; of those that say none this is all that is kept.
create table read_texts (
  text ubigint not null
);

create table claim_texts (
  claim varchar not null,
  text ubigint not null,
  stance varchar not null,
  attributed_to varchar,
  distancing boolean not null,
  reported boolean not null,
  reason varchar not null,
  rule varchar not null,
  score double not null,
  -- the sentence that says it
  passage varchar not null
);

-- Documents whose title a text has in full.
create table titled_texts (
  document varchar not null,
  text ubigint not null
);
