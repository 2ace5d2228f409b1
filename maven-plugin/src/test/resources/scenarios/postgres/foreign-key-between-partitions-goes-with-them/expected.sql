ALTER TABLE public.a_1 DROP CONSTRAINT a_1_b_1;

ALTER TABLE public.b_1 DROP CONSTRAINT b_1_a_1;

-- hazard drop-table public.a_1: deletes the table and all its rows
-- hazard full-scan public.b_1: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.b_1: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.a: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.b: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.a_1: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.a DETACH PARTITION public.a_1;

DROP TABLE public.a_1;

-- hazard drop-table public.b_1: deletes the table and all its rows
ALTER TABLE public.b DETACH PARTITION public.b_1;

DROP TABLE public.b_1;
