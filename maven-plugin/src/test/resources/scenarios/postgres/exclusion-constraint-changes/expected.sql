ALTER TABLE public.stays DROP CONSTRAINT free;

-- hazard may-fail-on-data public.stays.free: fails when two rows conflict
-- hazard full-scan public.stays: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.stays: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.stays ADD CONSTRAINT free EXCLUDE USING gist (during WITH &&) WHERE ((room > 0));
