DROP INDEX public.numbers_hashed;

DROP OPERATOR CLASS public.hashed USING hash;

-- hazard privilege public.hashed.hash: needs a superuser
CREATE OPERATOR CLASS public.hashed FOR TYPE integer USING hash FAMILY public.ordering AS
  FUNCTION 1 (integer, integer) public.hash(integer),
  OPERATOR 1 pg_catalog.= (integer, integer);

-- hazard full-scan public.numbers: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.numbers: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX numbers_hashed ON public.numbers USING hash (n public.hashed);

COMMENT ON INDEX public.numbers_hashed IS 'quick';

COMMENT ON OPERATOR CLASS public.hashed USING hash IS 'spreads';
