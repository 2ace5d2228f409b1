create table parent (id integer primary key, code text constraint code_once unique);
create table t (id integer constraint t_key primary key, n integer constraint positive check (n > 0), p integer constraint t_parent references parent (id), during int4range, constraint apart exclude using gist (during with &&));
create index t_n on t (n) where n > 5;
comment on index t_n is 'kept';
