-- part 1 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD COLUMN id_new bigint;

CREATE FUNCTION public.zz_t_id_in_step() RETURNS trigger LANGUAGE plpgsql AS $step$
BEGIN
  NEW.id_new := NEW.id::bigint;
  RETURN NEW;
END
$step$;

CREATE TRIGGER zz_t_id_in_step BEFORE INSERT OR UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.zz_t_id_in_step();

-- part 2 of 6: work in small steps, while rows are read and written
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
      UPDATE public.t SET id_new = id::bigint
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
  IF filled = 0 AND EXISTS (SELECT FROM public.t WHERE id_new IS NOT DISTINCT FROM NULL AND id IS DISTINCT FROM NULL) THEN
    RAISE EXCEPTION 'rows of % are left', 'public.t' USING HINT = 'A trigger may keep them from being changed.';
  END IF;
END
$fill$;

-- part 3 of 6: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.t_pkey_new;

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY t_pkey_new ON public.t (id_new);

-- part 4 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ADD CONSTRAINT t_id_new_is_set CHECK (id_new IS NOT NULL) NOT VALID;

-- part 5 of 6: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.t: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.t VALIDATE CONSTRAINT t_id_new_is_set;

-- part 6 of 6: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

DROP TRIGGER zz_t_id_in_step ON public.t;

DROP FUNCTION public.zz_t_id_in_step();

ALTER TABLE public.t ALTER COLUMN id_new SET NOT NULL;

ALTER TABLE public.t DROP CONSTRAINT t_id_new_is_set;

ALTER SEQUENCE public.t_id_seq OWNED BY NONE;

ALTER TABLE public.t DROP CONSTRAINT t_pkey;

-- hazard breaks-readers public.t.id: changes its type from integer to bigint
-- hazard breaks-readers public.t.id: becomes the last column of its table, which SELECT * and INSERT without a list of columns show
ALTER TABLE public.t DROP COLUMN id;

ALTER TABLE public.t RENAME COLUMN id_new TO id;

ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey_new;

ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
