-- hazard may-fail-on-data public.year: fails when a row does not satisfy it
ALTER DOMAIN public.year SET DEFAULT 2000;

ALTER DOMAIN public.year DROP CONSTRAINT year_check;

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
ALTER DOMAIN public.year ADD CONSTRAINT year_min CHECK ((VALUE > 1800));
