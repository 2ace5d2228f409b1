create type pair as (a integer, b text);
create domain positive as integer check (value > 0);
create type mood as enum ('a', 'b');
create table t (id uuid primary key, b boolean, n numeric(6,2) not null, r int4range, j jsonb not null, x bytea, i interval, a inet, ts timestamptz, tx text[], p pair, d positive not null, m mood, g point, bits bit(4), v tsvector, l pg_lsn, c character(3), z money);
