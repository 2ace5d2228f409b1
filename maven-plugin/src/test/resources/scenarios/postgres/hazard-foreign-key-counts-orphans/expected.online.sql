-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_p FOREIGN KEY (a, b) REFERENCES public.p (x, y) NOT VALID;

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.t.t_p: fails when a row refers to none of public.p
-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_p;
