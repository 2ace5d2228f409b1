-- hazard drop-table public.logs: deletes the table and all its rows
DROP TABLE public.logs;

CREATE TABLE public.logs (
  id integer NOT NULL,
  at date NOT NULL
) PARTITION BY RANGE (at);

CREATE TABLE public.logs_1 (
  id integer NOT NULL,
  at date NOT NULL
);

ALTER TABLE public.logs ATTACH PARTITION public.logs_1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
