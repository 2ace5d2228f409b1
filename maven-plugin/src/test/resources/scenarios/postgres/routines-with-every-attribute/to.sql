create function f(integer) returns integer language plpgsql immutable leakproof strict security definer parallel safe cost 7
  as 'begin return $1; end';
create function rows_of(integer) returns setof integer language plpgsql stable parallel restricted cost 3 rows 5
  as 'begin return next $1; end';
create function setting() returns text language plpgsql set datestyle = 'ISO, DMY' set work_mem = '2MB' as 'begin return 1; end';
create function w() returns bigint language internal window immutable as 'window_row_number';
create function supported(integer) returns integer language internal strict immutable support generate_series_int4_support
  as 'int4abs';
create procedure p(a integer, inout b integer) language plpgsql security definer set lock_timeout = '1s' as 'begin b := a + 1; end';
comment on procedure p(integer, integer) is 'does';
comment on function f(integer) is 'gives';
