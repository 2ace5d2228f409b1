-- part 1 of 7: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.o ADD CONSTRAINT o_id_is_set CHECK (id IS NOT NULL) NOT VALID;

ALTER TABLE public.o ADD CONSTRAINT o_total_is_set CHECK (total IS NOT NULL) NOT VALID;

ALTER TABLE public.u ADD CONSTRAINT u_email_is_set CHECK (email IS NOT NULL) NOT VALID;

ALTER TABLE public.u ADD COLUMN token uuid;

ALTER TABLE public.u ALTER COLUMN token SET DEFAULT gen_random_uuid();

ALTER TABLE public.o ADD CONSTRAINT paid CHECK ((total >= 0)) NOT VALID;

ALTER TABLE public.o ADD CONSTRAINT o_u FOREIGN KEY (u_id) REFERENCES public.u (id) NOT VALID;

COMMENT ON CONSTRAINT paid ON public.o IS 'no refunds';

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
      UPDATE public.u SET token = DEFAULT
      WHERE ctid >= format('(%s,0)', page)::tid
        AND ctid < format('(%s,0)', page + pages)::tid
        AND token IS NULL;
      GET DIAGNOSTICS changed = ROW_COUNT;
      filled := filled + changed;
      page := page + pages;
      COMMIT;
    END LOOP;
    -- A row that somebody else writes meanwhile may move to a page already passed.
    EXIT WHEN filled = 0 OR filled >= filled_before;
    filled_before := filled;
  END LOOP;
  IF filled = 0 AND EXISTS (SELECT FROM public.u WHERE token IS NULL) THEN
    RAISE EXCEPTION 'rows of % are left', 'public.u' USING HINT = 'A trigger may keep them from being changed.';
  END IF;
END
$fill$;

-- part 3 of 7: builds and drops indexes, while rows are read and written
-- not in a transaction, each statement by itself; PostgreSQL refuses CONCURRENTLY in a transaction
-- Flyway without Tidegate needs flyway.postgresql.transactional.lock=false, or it waits for its own lock forever

DROP INDEX CONCURRENTLY IF EXISTS public.o_u;

DROP INDEX CONCURRENTLY IF EXISTS public.o_pkey;

-- hazard may-fail-on-data public.o.o_pkey: fails when two rows conflict
-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY o_pkey ON public.o (id);

DROP INDEX CONCURRENTLY IF EXISTS public.u_email;

-- hazard may-fail-on-data public.u.u_email: fails when two rows conflict
-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE UNIQUE INDEX CONCURRENTLY u_email ON public.u (email);

DROP INDEX CONCURRENTLY IF EXISTS public.o_note;

-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY o_note ON public.o (note) WHERE (note IS NOT NULL);

DROP INDEX CONCURRENTLY IF EXISTS public.o_u_total;

-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
CREATE INDEX CONCURRENTLY o_u_total ON public.o (u_id, total);

-- part 4 of 7: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard may-fail-on-data public.o.id: fails when a row is null
-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.o VALIDATE CONSTRAINT o_id_is_set;

-- hazard may-fail-on-data public.o.total: fails when a row is null
-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.o VALIDATE CONSTRAINT o_total_is_set;

-- hazard may-fail-on-data public.u.email: fails when a row is null
-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.u VALIDATE CONSTRAINT u_email_is_set;

-- hazard may-fail-on-data public.o.paid: fails when a row does not satisfy it
-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.o VALIDATE CONSTRAINT paid;

-- hazard may-fail-on-data public.o.o_u: fails when a row refers to none of public.u
-- hazard full-scan public.o: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.o VALIDATE CONSTRAINT o_u;

-- part 5 of 7: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.o ALTER COLUMN id SET NOT NULL;

ALTER TABLE public.o DROP CONSTRAINT o_id_is_set;

ALTER TABLE public.o ALTER COLUMN total SET NOT NULL;

ALTER TABLE public.o DROP CONSTRAINT o_total_is_set;

ALTER TABLE public.u ALTER COLUMN email SET NOT NULL;

ALTER TABLE public.u DROP CONSTRAINT u_email_is_set;

ALTER TABLE public.u ADD CONSTRAINT u_token_is_set CHECK (token IS NOT NULL) NOT VALID;

ALTER TABLE public.o ADD CONSTRAINT o_pkey PRIMARY KEY USING INDEX o_pkey;

ALTER TABLE public.u ADD CONSTRAINT u_email UNIQUE USING INDEX u_email;

CREATE OR REPLACE VIEW public.totals AS
SELECT u_id,
    sum(total) AS total,
    count(*) AS n
   FROM public.o
  GROUP BY u_id;

-- part 6 of 7: checks the rows that are there, while rows are read and written
-- in one transaction; in the transaction of the change its strong lock would be held as long as this takes

-- hazard full-scan public.u: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.u VALIDATE CONSTRAINT u_token_is_set;

-- part 7 of 7: changes for which nobody waits long, unless a hazard says so
-- in one transaction

ALTER TABLE public.u ALTER COLUMN token SET NOT NULL;

ALTER TABLE public.u DROP CONSTRAINT u_token_is_set;
