create table base (id int primary key, a int);
