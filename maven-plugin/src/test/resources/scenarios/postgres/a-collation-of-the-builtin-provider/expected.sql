DROP COLLATION public.going;

ALTER COLLATION public.bytes RENAME TO bytes_before;

CREATE COLLATION public.bytes (provider = builtin, locale = 'C.UTF-8');

DROP COLLATION public.bytes_before;
