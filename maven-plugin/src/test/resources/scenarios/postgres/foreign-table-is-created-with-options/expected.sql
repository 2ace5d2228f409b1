-- hazard privilege bare: needs a superuser
CREATE FOREIGN DATA WRAPPER bare;

CREATE SERVER far FOREIGN DATA WRAPPER bare;

CREATE FOREIGN TABLE public.films (
  code character(5) OPTIONS (column_name 'CODE') NOT NULL,
  title text COLLATE pg_catalog."C" DEFAULT 'untitled'::text,
  length integer,
  CONSTRAINT films_length_check CHECK ((length > 0))
) SERVER far OPTIONS (schema_name 'public', table_name 'it''s');

CREATE VIEW public.long_films AS
SELECT title
   FROM public.films
  WHERE (length > 100);

COMMENT ON COLUMN public.films.code IS 'of a foreign column';

COMMENT ON FOREIGN TABLE public.films IS 'they lie elsewhere';
