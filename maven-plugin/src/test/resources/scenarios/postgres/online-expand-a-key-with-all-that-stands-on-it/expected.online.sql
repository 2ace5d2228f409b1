-- part 1 of 7: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.u ADD COLUMN id_new bigint;

CREATE FUNCTION public.zz_u_id_in_step() RETURNS trigger LANGUAGE plpgsql AS $step$
BEGIN
  NEW.id_new := NEW.id::bigint;
  RETURN NEW;
END
$step$;

CREATE TRIGGER zz_u_id_in_step BEFORE INSERT OR UPDATE ON public.u FOR EACH ROW EXECUTE FUNCTION public.zz_u_id_in_step();

-- part 2 of 7: work in small steps, while rows are read and written
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
    last_page := pg_relation_size('public.u') / current_setting('block_size')::bigint;
    WHILE page <= last_page LOOP
      UPDATE public.u SET id_new = id::bigint
      WHERE ctid >= format('(%s,0)', page)::tid
        AND ctid < format('(%s,0)', page + pages)::tid
        AND id_new IS NOT DISTINCT FROM NULL AND id IS DISTINCT FROM NULL;
      GET DIAGNOSTICS changed = ROW_COUNT;
      filled := filled + changed;
      page := page + pages;
      COMMIT;
    END LOOP;
    -- A row that somebody else writes meanwhile may move to a page already passed.
    EXIT WHEN filled = 0 OR filled >= filled_before;
    filled_before := filled;
  END LOOP;
  IF filled = 0 AND EXISTS (SELECT FROM public.u WHERE id_new IS NOT DISTINCT FROM NULL AND id IS DISTINCT FROM NULL) THEN
    RAISE EXCEPTION 'rows of % are left', 'public.u' USING HINT = 'A trigger may keep them from being changed.';
  END IF;
END
$fill$;

-- part 3 of 7: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.u_pk_new;

-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY u_pk_new ON public.u (id_new);

DROP INDEX CONCURRENTLY IF EXISTS public.u_both_new;

-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY u_both_new ON public.u (code, id_new DESC) INCLUDE (id_new);

-- part 4 of 7: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.u ADD CONSTRAINT u_id_new_is_set CHECK (id_new IS NOT NULL) NOT VALID;

-- part 5 of 7: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.u VALIDATE CONSTRAINT u_id_new_is_set;

-- part 6 of 7: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.u ALTER COLUMN id DROP DEFAULT;

DROP TRIGGER zz_u_id_in_step ON public.u;

DROP FUNCTION public.zz_u_id_in_step();

ALTER TABLE public.u ALTER COLUMN id_new SET NOT NULL;

ALTER TABLE public.u DROP CONSTRAINT u_id_new_is_set;

ALTER TABLE public.o DROP CONSTRAINT o_u;

ALTER TABLE public.u DROP CONSTRAINT u_range;

ALTER TABLE public.u DROP CONSTRAINT u_pk;

DROP INDEX public.u_both;

-- hazard breaks-readers public.u.id: changes its type from integer to bigint
-- hazard breaks-readers public.u.id: becomes the last column of its table, which SELECT * and INSERT without a list of columns show
ALTER TABLE public.u DROP COLUMN id;

ALTER TABLE public.u RENAME COLUMN id_new TO id;

ALTER TABLE public.u ADD CONSTRAINT u_pk PRIMARY KEY USING INDEX u_pk_new;

ALTER INDEX public.u_both_new RENAME TO u_both;

ALTER TABLE public.o ADD CONSTRAINT o_u FOREIGN KEY (u_id) REFERENCES public.u (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.u ADD CONSTRAINT u_range CHECK ((id > 0)) NOT VALID;

COMMENT ON COLUMN public.u.id IS 'who';

COMMENT ON CONSTRAINT u_pk ON public.u IS 'key';

ALTER TABLE public.u ALTER COLUMN id SET DEFAULT 7;

-- part 7 of 7: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.u VALIDATE CONSTRAINT u_range;

-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.o VALIDATE CONSTRAINT o_u;
