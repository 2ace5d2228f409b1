-- hazard may-fail-on-data public.v_id: fails when two rows have the same value
-- hazard full-scan public.v: reads the whole table under SHARE
-- hazard blocks-writes public.v: writers wait while it holds SHARE
CREATE UNIQUE INDEX v_id ON public.v (id);
