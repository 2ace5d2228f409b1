create table base (id int primary key, a int);
create table child (c text) inherits (base);
