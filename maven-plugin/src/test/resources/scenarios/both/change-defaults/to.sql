create table t (id integer primary key, a integer default 2, b text default 'it''s', c text);
