-- hazard may-fail-on-data public.kept_n: fails when two rows have the same value
-- hazard full-scan public.kept: reads the whole table under SHARE
-- hazard blocks-writes public.kept: writers wait while it holds SHARE
CREATE UNIQUE INDEX kept_n ON public.kept (n);
