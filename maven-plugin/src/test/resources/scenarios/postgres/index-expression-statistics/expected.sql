ALTER INDEX public.a ALTER COLUMN 1 SET STATISTICS -1;

ALTER INDEX public.a ALTER COLUMN 2 SET STATISTICS 200;

ALTER INDEX public.b ALTER COLUMN 1 SET STATISTICS 0;

-- hazard full-scan public.people: reads the whole table under SHARE
-- hazard blocks-writes public.people: writers wait while it holds SHARE
CREATE INDEX c ON public.people (last, upper(first));

ALTER INDEX public.c ALTER COLUMN 2 SET STATISTICS 50;
