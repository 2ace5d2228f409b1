ALTER COLLATION public.vowels RENAME TO vowels_before;

CREATE COLLATION public.vowels (provider = icu, locale = 'und', rules = '& e < a');

ALTER TABLE public.words ALTER COLUMN word TYPE text COLLATE public.vowels;

DROP COLLATION public.vowels_before;
