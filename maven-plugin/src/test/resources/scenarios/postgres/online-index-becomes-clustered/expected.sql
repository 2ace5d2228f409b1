-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_a ON public.t (a);

ALTER TABLE public.t CLUSTER ON t_a;
