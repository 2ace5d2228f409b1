DROP VIEW public.logs_of_today;

ALTER TABLE public.logs DETACH PARTITION public.logs_1;

DROP TABLE public.logs;

CREATE TABLE public.logs (
  id integer NOT NULL,
  at date NOT NULL
) PARTITION BY LIST (at);

CREATE VIEW public.logs_of_today AS
SELECT id
   FROM public.logs
  WHERE (at = CURRENT_DATE);

-- hazard may-fail-on-data public.logs_1: fails when a row lies outside the partition
-- hazard full-scan public.logs_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.logs_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.logs: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.logs ATTACH PARTITION public.logs_1 FOR VALUES IN ('2020-01-01');
