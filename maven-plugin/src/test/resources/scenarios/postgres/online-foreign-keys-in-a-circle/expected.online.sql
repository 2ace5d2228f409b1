-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.a ADD CONSTRAINT a_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id) NOT VALID;

ALTER TABLE public.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES public.b (id) NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id) NOT VALID;

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.a.a_a_id_fkey: fails when a row refers to none of public.a
-- hazard full-scan public.a: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.a VALIDATE CONSTRAINT a_a_id_fkey;

-- hazard may-fail-on-data public.a.a_b_id_fkey: fails when a row refers to none of public.b
-- hazard full-scan public.a: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.a VALIDATE CONSTRAINT a_b_id_fkey;

-- hazard may-fail-on-data public.b.b_a_id_fkey: fails when a row refers to none of public.a
-- hazard full-scan public.b: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.b VALIDATE CONSTRAINT b_a_id_fkey;
