create table parent (id integer primary key, code text constraint code_unique unique);
create table t (id integer constraint t_pk primary key, n integer constraint n_is_positive check (n > 0), p integer constraint t_p_fkey references parent (id), during int4range, constraint no_overlap exclude using gist (during with &&));
create index t_by_n on t (n) where n > 5;
comment on index t_by_n is 'kept';
