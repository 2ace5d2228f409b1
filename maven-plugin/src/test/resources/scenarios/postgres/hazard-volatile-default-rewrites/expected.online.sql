-- part 1 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD COLUMN c uuid;

ALTER TABLE public.t ALTER COLUMN c SET DEFAULT gen_random_uuid();

-- part 2 of 5: work in small steps, while rows are read and written
-- not in a transaction, each statement by itself; each step commits by itself, so that no lock is held for long

DO $fill$
DECLARE
  pages CONSTANT bigint := 128; -- a transaction
  page bigint;
  last_page bigint;
  changed bigint;
  filled bigint;
  filled_before bigint;
BEGIN
  LOOP
    filled := 0;
    page := 0;
    last_page := pg_relation_size('public.t') / current_setting('block_size')::bigint;
    WHILE page <= last_page LOOP
      UPDATE public.t SET c = DEFAULT
      WHERE ctid >= format('(%s,0)', page)::tid
        AND ctid < format('(%s,0)', page + pages)::tid
        AND c IS NULL;
      GET DIAGNOSTICS changed = ROW_COUNT;
      filled := filled + changed;
      page := page + pages;
      COMMIT;
    END LOOP;
    -- A row that somebody else writes meanwhile may move to a page already passed.
    EXIT WHEN filled = 0 OR filled >= filled_before;
    filled_before := filled;
  END LOOP;
  IF filled = 0 AND EXISTS (SELECT FROM public.t WHERE c IS NULL) THEN
    RAISE EXCEPTION 'rows of % are left', 'public.t' USING HINT = 'A trigger may keep them from being changed.';
  END IF;
END
$fill$;

-- part 3 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_c_is_set CHECK (c IS NOT NULL) NOT VALID;

-- part 4 of 5: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_c_is_set;

-- part 5 of 5: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ALTER COLUMN c SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_c_is_set;
