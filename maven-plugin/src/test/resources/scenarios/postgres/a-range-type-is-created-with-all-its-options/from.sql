create table slots (id integer primary key);
