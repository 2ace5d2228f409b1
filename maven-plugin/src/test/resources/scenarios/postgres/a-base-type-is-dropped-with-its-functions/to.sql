create table numbers (id integer primary key);
