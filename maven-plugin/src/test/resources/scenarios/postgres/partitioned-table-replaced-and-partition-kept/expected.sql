CREATE TABLE public.warm (
  id integer NOT NULL,
  at date NOT NULL,
  note text,
  CONSTRAINT warm_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

ALTER TABLE public.hot DETACH PARTITION public.y2020;

-- hazard drop-table public.hot: deletes the table and all its rows
-- hazard breaks-readers public.hot: looks like a rename to warm, which would keep what it holds; if it is one: -Dtidegate.renames=public.hot:warm
DROP TABLE public.hot;

-- hazard may-fail-on-data public.y2020: fails when a row lies outside the partition
-- hazard full-scan public.y2020: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.y2020: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.hot: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.warm ATTACH PARTITION public.y2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
