create table reading (id integer primary key, value integer);
insert into reading values (1, 5), (2, 9223372036854775807), (3, 'abc');
