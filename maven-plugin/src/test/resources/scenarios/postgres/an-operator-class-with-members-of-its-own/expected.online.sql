-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

-- hazard privilege public.backwards.btree: needs a superuser
CREATE OPERATOR FAMILY public.backwards USING btree;

-- hazard privilege public.of_texts.gin: needs a superuser
CREATE OPERATOR FAMILY public.of_texts USING gin;

ALTER OPERATOR FAMILY public.of_texts USING gin ADD
  FUNCTION 1 (text, text) bttextcmp(text,text),
  OPERATOR 1 pg_catalog.= (text, text);

-- hazard privilege public.backwards.btree: needs a superuser
CREATE OPERATOR CLASS public.backwards FOR TYPE integer USING btree FAMILY public.backwards AS
  FUNCTION 1 (integer, integer) public.back(integer,integer),
  OPERATOR 1 pg_catalog.> (integer, integer),
  OPERATOR 2 pg_catalog.>= (integer, integer),
  OPERATOR 3 pg_catalog.= (integer, integer),
  OPERATOR 4 pg_catalog.<= (integer, integer),
  OPERATOR 5 pg_catalog.< (integer, integer);

-- hazard privilege public.of_texts.gin: needs a superuser
CREATE OPERATOR CLASS public.of_texts FOR TYPE text USING gin FAMILY public.of_texts AS
  FUNCTION 2 (text, text) ginarrayextract(anyarray,internal,internal);

COMMENT ON OPERATOR CLASS public.backwards USING btree IS 'greatest first';

COMMENT ON OPERATOR FAMILY public.backwards USING btree IS 'of the class';

-- part 2 of 2: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.numbers_back;

-- hazard full-scan public.numbers: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY numbers_back ON public.numbers (n public.backwards);
