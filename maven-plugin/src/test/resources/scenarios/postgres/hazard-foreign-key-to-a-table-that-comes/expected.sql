CREATE TABLE public.p (
  x integer NOT NULL,
  CONSTRAINT p_pkey PRIMARY KEY (x)
);

-- hazard may-fail-on-data public.t.t_p: fails when a row refers to none of public.p
-- hazard full-scan public.t: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.t: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_p FOREIGN KEY (a) REFERENCES public.p (x);
