ALTER TABLE public.words ALTER COLUMN "default" TYPE text;

ALTER TABLE public.words ALTER COLUMN plain TYPE text COLLATE pg_catalog."C";

ALTER TABLE public.words ALTER COLUMN word TYPE text;

DROP COLLATION public.reversed;
