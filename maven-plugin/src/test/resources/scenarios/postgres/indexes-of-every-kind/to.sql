create table t (id int primary key, a int, b text, c jsonb, d int[], e point, f tsvector);
create index t_btree on t (a desc nulls last, b collate "C" text_pattern_ops) include (id) with (fillfactor = 70);
create index t_gin on t using gin (c jsonb_path_ops);
create index t_gin2 on t using gin (d);
create index t_gist on t using gist (e);
create index t_hash on t using hash (b);
create index t_brin on t using brin (a) with (pages_per_range = 16);
create index t_fts on t using gin (f) where a > 3;
create index t_expr on t ((a + id), lower(b));
