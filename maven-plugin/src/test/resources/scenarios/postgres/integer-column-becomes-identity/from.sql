create table items (id int not null, name text);
