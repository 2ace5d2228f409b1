-- part 1 of 2: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER SEQUENCE public.s INCREMENT BY 5 MAXVALUE 1000 CYCLE;

ALTER TABLE public.t ADD COLUMN b integer;

ALTER TABLE public.t ALTER COLUMN b SET DEFAULT nextval('public.s'::regclass);

ALTER SEQUENCE public.s OWNED BY public.t.id;

-- part 2 of 2: work in small steps, while rows are read and written
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
      UPDATE public.t SET b = DEFAULT
      WHERE ctid >= format('(%s,0)', page)::tid
        AND ctid < format('(%s,0)', page + pages)::tid
        AND b IS NULL;
      GET DIAGNOSTICS changed = ROW_COUNT;
      filled := filled + changed;
      page := page + pages;
      COMMIT;
    END LOOP;
    -- A row that somebody else writes meanwhile may move to a page already passed.
    EXIT WHEN filled = 0 OR filled >= filled_before;
    filled_before := filled;
  END LOOP;
  IF filled = 0 AND EXISTS (SELECT FROM public.t WHERE b IS NULL) THEN
    RAISE EXCEPTION 'rows of % are left', 'public.t' USING HINT = 'A trigger may keep them from being changed.';
  END IF;
END
$fill$;
