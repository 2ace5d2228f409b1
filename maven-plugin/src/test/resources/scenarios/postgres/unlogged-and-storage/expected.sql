-- hazard table-rewrite public.cache: writes the whole table anew
-- hazard blocks-reads public.cache: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.cache SET LOGGED;

ALTER TABLE public.cache REPLICA IDENTITY FULL;

ALTER TABLE public.cache SET (autovacuum_enabled = false, fillfactor = 80, toast.autovacuum_enabled = false);

ALTER TABLE public.cache ALTER COLUMN body SET STORAGE EXTENDED;

ALTER TABLE public.cache ALTER COLUMN body SET STATISTICS 500;
