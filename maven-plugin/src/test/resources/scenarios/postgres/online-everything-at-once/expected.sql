DROP INDEX public.o_u;

-- hazard may-fail-on-data public.o.id: fails when a row is null
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.o ALTER COLUMN id SET NOT NULL;

-- hazard may-fail-on-data public.o.total: fails when a row is null
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.o ALTER COLUMN total SET NOT NULL;

-- hazard may-fail-on-data public.u.email: fails when a row is null
-- hazard full-scan public.u: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.u: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.u ALTER COLUMN email SET NOT NULL;

-- hazard table-rewrite public.u: writes the whole table anew
-- hazard blocks-reads public.u: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.u ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL;

-- hazard may-fail-on-data public.o.o_pkey: fails when two rows conflict
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.o ADD CONSTRAINT o_pkey PRIMARY KEY (id);

-- hazard may-fail-on-data public.u.u_email: fails when two rows conflict
-- hazard full-scan public.u: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.u: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.u ADD CONSTRAINT u_email UNIQUE (email);

-- hazard may-fail-on-data public.o.paid: fails when a row does not satisfy it
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.o ADD CONSTRAINT paid CHECK ((total >= 0));

-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX o_note ON public.o (note) WHERE (note IS NOT NULL);

-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX o_u_total ON public.o (u_id, total);

-- hazard may-fail-on-data public.o.o_u: fails when a row refers to none of public.u
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.o ADD CONSTRAINT o_u FOREIGN KEY (u_id) REFERENCES public.u (id);

CREATE OR REPLACE VIEW public.totals AS
SELECT u_id,
    sum(total) AS total,
    count(*) AS n
   FROM public.o
  GROUP BY u_id;

COMMENT ON CONSTRAINT paid ON public.o IS 'no refunds';
