-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_brin ON public.t USING brin (a) WITH (pages_per_range = 16);

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_btree ON public.t (a DESC NULLS LAST, b COLLATE pg_catalog."C" text_pattern_ops) INCLUDE (id) WITH (fillfactor = 70);

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_expr ON public.t (((a + id)), lower(b));

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_fts ON public.t USING gin (f) WHERE (a > 3);

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_gin ON public.t USING gin (c jsonb_path_ops);

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_gin2 ON public.t USING gin (d);

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_gist ON public.t USING gist (e);

-- hazard full-scan public.t: reads the whole table under SHARE
-- hazard blocks-writes public.t: writers wait while it holds SHARE
CREATE INDEX t_hash ON public.t USING hash (b);
