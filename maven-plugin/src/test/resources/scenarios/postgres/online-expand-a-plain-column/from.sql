create table t (id integer primary key, amount integer, note text);
grant select (amount) on t to public;
