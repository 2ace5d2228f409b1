-- hazard may-fail-on-data public.t_b: fails when two rows have the same value
-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE UNIQUE INDEX t_b ON public.t (lower(b)) WHERE (a > 0);
