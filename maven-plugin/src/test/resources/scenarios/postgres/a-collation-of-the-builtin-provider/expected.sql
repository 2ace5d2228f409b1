DROP COLLATION public.going;

-- hazard may-fail-on-data public.bytes: fails when unique values are now the same
ALTER COLLATION public.bytes RENAME TO bytes_before;

CREATE COLLATION public.bytes (provider = builtin, locale = 'C.UTF-8');

DROP COLLATION public.bytes_before;
