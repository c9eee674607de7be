-- All documents without their text, ordered by id. Columns out: as read by `Store.documents`.
select id, file, source_id, format, sha256, size_bytes, title, author, url, language, published,
  published_from, completeness, words, fingerprint, read_language
from documents
order by id
