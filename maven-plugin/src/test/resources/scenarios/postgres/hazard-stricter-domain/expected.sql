-- hazard may-fail-on-data public.year: fails when a row does not satisfy it
-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
ALTER DOMAIN public.year SET NOT NULL;

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
ALTER DOMAIN public.year ADD CONSTRAINT late CHECK ((VALUE > 1900));
