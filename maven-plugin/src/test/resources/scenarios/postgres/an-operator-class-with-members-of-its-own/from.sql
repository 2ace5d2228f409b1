create function back(integer, integer) returns integer language sql immutable return btint4cmp($2, $1);
create table numbers (n integer);
