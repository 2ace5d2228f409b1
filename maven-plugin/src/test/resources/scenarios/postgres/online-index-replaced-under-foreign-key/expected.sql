ALTER TABLE public.o DROP CONSTRAINT o_a_fkey;

DROP INDEX public.t_i;

-- hazard may-fail-on-data public.t_i: fails when two rows have the same value
-- hazard full-scan public.t: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.t: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
CREATE UNIQUE INDEX t_i ON public.t (a) INCLUDE (b);

-- hazard may-fail-on-data public.o.o_a_fkey: fails when a row refers to none of public.t
-- hazard full-scan public.o: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.o: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.o ADD CONSTRAINT o_a_fkey FOREIGN KEY (a) REFERENCES public.t (a);
