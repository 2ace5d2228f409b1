-- hazard privilege public.nearest.gist: needs a superuser
CREATE OPERATOR FAMILY public.nearest USING gist;

ALTER OPERATOR FAMILY public.nearest USING gist ADD
  OPERATOR 15 pg_catalog.<-> (point, point) FOR ORDER BY pg_catalog.float_ops;

ALTER OPERATOR FAMILY public.sizes USING btree DROP FUNCTION 1 (smallint, integer), OPERATOR 1 (smallint, integer);

ALTER OPERATOR FAMILY public.sizes USING btree ADD
  FUNCTION 1 (integer, smallint) btint42cmp(integer,smallint),
  FUNCTION 2 (integer, integer) btint4sortsupport(internal),
  OPERATOR 1 pg_catalog.< (integer, smallint);
