ALTER TABLE public.buckets_1 SET (fillfactor = 70);

ALTER TABLE public.buckets ADD COLUMN note text;
