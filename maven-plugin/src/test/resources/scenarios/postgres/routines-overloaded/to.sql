create function size(t text) returns bigint language sql immutable as 'select length(t)::bigint';
create function size(n numeric) returns int language sql immutable as 'select n::int';
create table texts (t text, constraint fits check (size(t) < 10));
