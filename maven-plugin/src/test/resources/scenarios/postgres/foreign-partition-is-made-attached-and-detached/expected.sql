ALTER TABLE public.events DETACH PARTITION public.events_2022;

CREATE FOREIGN TABLE public.events_2024 (
  id bigint,
  at date NOT NULL
) SERVER far OPTIONS (t 'e');

ALTER TABLE public.events ATTACH PARTITION public.events_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

ALTER TABLE public.events ATTACH PARTITION public.events_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
