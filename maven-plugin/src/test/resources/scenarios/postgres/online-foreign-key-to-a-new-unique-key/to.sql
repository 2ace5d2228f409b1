create table u (id integer primary key, code text constraint u_code unique);
create table t (code text constraint t_code references u (code));
