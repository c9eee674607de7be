-- One kind of reading in the order in which it is walked.
-- $kind: the kind. Columns out: as read by `Store.rows`.
select document_id, sentence_start, sentence_end, sentence_text, record
from readings
where kind = $kind
order by sort_key, document_id, ordinal
