-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

COMMENT ON FOREIGN TABLE public.films IS NULL;

DROP VIEW public.long_films;

-- hazard breaks-readers public.films.gone: whoever still reads it fails; its rows stay
ALTER TABLE public.films DROP COLUMN gone;

ALTER FOREIGN TABLE public.films OPTIONS (DROP a, SET b '3', ADD c '4');

-- hazard breaks-readers public.films.code: changes its type from character(5) to character varying(3)
ALTER TABLE public.films ALTER COLUMN code TYPE character varying(3);

ALTER TABLE public.films ALTER COLUMN code SET NOT NULL;

ALTER TABLE public.films ALTER COLUMN code OPTIONS (DROP upper, SET column_name 'KEY', ADD lower 'no');

-- hazard breaks-readers public.films.length: changes its type from integer to bigint
ALTER TABLE public.films ALTER COLUMN length TYPE bigint;

ALTER TABLE public.films ADD COLUMN made date OPTIONS (of 'day');

ALTER TABLE public.films ALTER COLUMN title SET STATISTICS 50;

ALTER TABLE public.films ALTER COLUMN title SET DEFAULT 'x'::text;

ALTER TABLE public.films ADD CONSTRAINT long CHECK ((length > 1)) NOT VALID;

CREATE VIEW public.long_films AS
SELECT code
   FROM public.films
  WHERE (length > 100);

-- part 2 of 2: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

ALTER TABLE public.films VALIDATE CONSTRAINT long;
