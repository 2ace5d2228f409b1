-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

CREATE TABLE public.parts_2 (
  id integer NOT NULL,
  maker integer,
  CONSTRAINT parts_2_pkey PRIMARY KEY (id)
);

ALTER TABLE public.parts ATTACH PARTITION public.parts_2 FOR VALUES FROM (10) TO (20);

ALTER TABLE public.bins ADD CONSTRAINT bins_part_fkey FOREIGN KEY (part) REFERENCES public.parts (id) NOT VALID;

-- hazard may-fail-on-data public.parts.parts_maker_fkey: fails when a row refers to none of public.makers
-- hazard full-scan public.parts_1: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.parts_1: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.makers: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.bins: writers wait meanwhile, a statement before took SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.parts: writers wait meanwhile, a statement before took SHARE ROW EXCLUSIVE
ALTER TABLE public.parts ADD CONSTRAINT parts_maker_fkey FOREIGN KEY (maker) REFERENCES public.makers (id) ON DELETE CASCADE;

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.bins.bins_part_fkey: fails when a row refers to none of public.parts
-- hazard full-scan public.bins: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.bins VALIDATE CONSTRAINT bins_part_fkey;
