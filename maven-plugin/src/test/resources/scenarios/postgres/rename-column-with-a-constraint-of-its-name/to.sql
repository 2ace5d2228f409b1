create table t (id integer primary key, amount integer, constraint total_positive check (amount > 0));
