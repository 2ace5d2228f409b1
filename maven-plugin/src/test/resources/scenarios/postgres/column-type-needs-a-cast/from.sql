create table readings (id int, level text, flag varchar(3), at text);
