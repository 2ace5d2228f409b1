CREATE INDEX readings_id_idx ON ONLY public.readings (id);

CREATE TABLE public.readings_rest (
  id integer,
  kind text
);

CREATE INDEX readings_rest_id_idx ON public.readings_rest (id);

ALTER TABLE public.readings ATTACH PARTITION public.readings_rest DEFAULT;

-- hazard full-scan public.readings_a: reads the whole table under SHARE
-- hazard blocks-writes public.readings_a: writers wait while it holds SHARE
-- hazard blocks-writes public.readings: writers wait meanwhile, a statement before took SHARE
CREATE INDEX readings_a_id_idx ON public.readings_a (id);

ALTER INDEX public.readings_id_idx ATTACH PARTITION public.readings_a_id_idx;
