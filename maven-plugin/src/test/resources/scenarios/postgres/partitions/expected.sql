ALTER TABLE public.m ADD COLUMN note text;

CREATE INDEX m_id ON ONLY public.m (id);

CREATE TABLE public.m_2 (
  id integer,
  at date NOT NULL,
  note text
);

CREATE INDEX m_2_at_idx ON public.m_2 (at);

CREATE INDEX m_2_id_idx ON public.m_2 (id);

ALTER TABLE public.m ATTACH PARTITION public.m_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE public.m_d (
  id integer,
  at date NOT NULL,
  note text
);

CREATE INDEX m_d_at_idx ON public.m_d (at);

CREATE INDEX m_d_id_idx ON public.m_d (id);

ALTER TABLE public.m ATTACH PARTITION public.m_d DEFAULT;

-- hazard full-scan public.m_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.m_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.m: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
CREATE INDEX m_1_id_idx ON public.m_1 (id);

ALTER INDEX public.m_id ATTACH PARTITION public.m_1_id_idx;
