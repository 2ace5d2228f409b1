create table t (id integer primary key, a integer default 1, b text, c text default 'x');
