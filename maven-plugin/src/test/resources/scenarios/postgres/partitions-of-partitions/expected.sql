-- hazard may-fail-on-data public.sales.sales_pkey: fails when two rows conflict
ALTER TABLE ONLY public.sales ADD CONSTRAINT sales_pkey PRIMARY KEY (id, region, at);

CREATE INDEX sales_at ON ONLY public.sales (at);

CREATE TABLE public.sales_eu (
  id integer NOT NULL,
  region text NOT NULL,
  at date NOT NULL,
  CONSTRAINT sales_eu_pkey PRIMARY KEY (id, region, at)
) PARTITION BY RANGE (at);

CREATE INDEX sales_eu_at_idx ON ONLY public.sales_eu (at);

ALTER TABLE public.sales ATTACH PARTITION public.sales_eu FOR VALUES IN ('eu');

CREATE TABLE public.sales_eu_1 (
  id integer NOT NULL,
  region text NOT NULL,
  at date NOT NULL,
  CONSTRAINT sales_eu_1_pkey PRIMARY KEY (id, region, at)
);

CREATE INDEX sales_eu_1_at_idx ON public.sales_eu_1 (at);

ALTER TABLE public.sales_eu ATTACH PARTITION public.sales_eu_1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

CREATE TABLE public.sales_eu_2 (
  id integer NOT NULL,
  region text NOT NULL,
  at date NOT NULL,
  CONSTRAINT sales_eu_2_pkey PRIMARY KEY (id, region, at)
);

CREATE INDEX sales_eu_2_at_idx ON public.sales_eu_2 (at);

ALTER TABLE public.sales_eu ATTACH PARTITION public.sales_eu_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

CREATE INDEX sales_eu_2_own ON public.sales_eu_2 (region);
