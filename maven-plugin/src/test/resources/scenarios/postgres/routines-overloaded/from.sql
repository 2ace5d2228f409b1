create function size(t text) returns int language sql immutable as 'select length(t)';
create function size(n int) returns int language sql immutable as 'select n';
create table texts (t text, constraint fits check (size(t) < 10));
