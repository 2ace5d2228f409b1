ALTER TABLE public.o DROP CONSTRAINT o_t;

-- hazard may-fail-on-data public.t.a: fails when a row is null
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.t ALTER COLUMN a SET NOT NULL;

CREATE OR REPLACE VIEW public.v AS
SELECT t.id,
    t.a,
    count(*) AS n
   FROM (public.t
     JOIN public.o ON ((o.t_id = t.id)))
  GROUP BY t.id, t.a;

ALTER TABLE public.t DROP CONSTRAINT t_pk;

-- hazard may-fail-on-data public.t.t_pk: fails when two rows conflict
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.v: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.t ADD CONSTRAINT t_pk PRIMARY KEY (id, a);

-- hazard may-fail-on-data public.o.o_t: fails when a row refers to none of public.t
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.o ADD CONSTRAINT o_t FOREIGN KEY (t_id, t_a) REFERENCES public.t (id, a);
