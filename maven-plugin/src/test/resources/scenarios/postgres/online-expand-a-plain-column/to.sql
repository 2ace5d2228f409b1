create table t (id integer primary key, amount numeric, note text);
grant select (amount) on t to public;
