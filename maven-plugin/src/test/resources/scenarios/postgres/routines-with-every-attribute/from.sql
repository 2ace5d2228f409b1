create function f(integer) returns integer language plpgsql as 'begin return $1; end';
create function rows_of(integer) returns setof integer language plpgsql as 'begin return next $1; end';
create function setting() returns text language plpgsql set search_path = public, pg_temp set work_mem = '1MB' as 'begin return 1; end';
create function w() returns bigint language internal window as 'window_row_number';
create procedure p(a integer, inout b integer) language plpgsql as 'begin b := a; end';
comment on procedure p(integer, integer) is 'does';
comment on function f(integer) is 'gives';
