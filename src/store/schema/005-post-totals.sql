-- What the posts of a state of the imports come to: its numbers in order, and the totals as JSON.
create table post_totals (imports varchar not null, totals varchar not null);
