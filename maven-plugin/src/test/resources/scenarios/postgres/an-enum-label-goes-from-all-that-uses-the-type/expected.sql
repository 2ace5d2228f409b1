COMMENT ON COLUMN public.step.reached IS NULL;

COMMENT ON TYPE public.status IS NULL;

DROP POLICY mine ON public.orders;

DROP TRIGGER on_open ON public.orders;

DROP RULE keep ON public.orders;

DROP MATERIALIZED VIEW public.counted;

DROP VIEW public.open_ids;

DROP VIEW public.open_orders;

DROP CAST (public.status AS integer);

DROP PROCEDURE public.finish(integer, public.status);

DROP FUNCTION public.many(public.status[]);

DROP FUNCTION public.next_of(public.status);

ALTER TABLE public.lines DROP CONSTRAINT lines_id_status_fkey;

DROP INDEX public.orders_open;

ALTER TABLE public.orders DROP CONSTRAINT known;

ALTER TABLE public.orders ALTER COLUMN past DROP DEFAULT;

ALTER TABLE public.orders ALTER COLUMN status DROP DEFAULT;

ALTER TABLE public.orders DROP COLUMN again;

ALTER TABLE public.orders DROP COLUMN is_open;

-- hazard drop-type-value public.status: removes the value 'held'
-- hazard may-fail-on-data public.status: fails when a row holds 'held'
ALTER TYPE public.status RENAME TO status_before;

CREATE TYPE public.status AS ENUM ('new', 'open', 'done');

ALTER DOMAIN public.active RENAME TO active_before;

CREATE DOMAIN public.active AS public.status DEFAULT 'open'::public.status CONSTRAINT not_done CHECK ((VALUE <> 'done'::public.status));

ALTER TYPE public.step RENAME TO step_before;

CREATE TYPE public.step AS (
  at timestamp without time zone,
  reached public.status
);

ALTER TYPE public.steps RENAME TO steps_before;

CREATE TYPE public.steps AS (
  name text,
  all_steps public.step[]
);

-- hazard table-rewrite public.lines: writes the whole table anew
-- hazard blocks-reads public.lines: readers and writers wait while it holds ACCESS EXCLUSIVE
-- hazard blocks-reads public.orders: readers and writers wait meanwhile, a statement before took ACCESS EXCLUSIVE
ALTER TABLE public.lines ALTER COLUMN status TYPE public.status USING status::text::public.status;

-- hazard table-rewrite public.orders: writes the whole table anew
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.orders
  ALTER COLUMN last TYPE public.step USING last::text::public.step,
  ALTER COLUMN next TYPE public.active USING next::text::public.active,
  ALTER COLUMN past TYPE public.status[] USING past::text[]::public.status[],
  ALTER COLUMN path TYPE public.steps USING path::text::public.steps,
  ALTER COLUMN status TYPE public.status USING status::text::public.status;

DROP TYPE public.steps_before;

DROP TYPE public.step_before;

DROP DOMAIN public.active_before;

DROP TYPE public.status_before;

-- hazard table-rewrite public.orders: writes the whole table anew
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.orders ADD COLUMN again public.status GENERATED ALWAYS AS (status) STORED;

-- hazard table-rewrite public.orders: writes the whole table anew
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.orders ADD COLUMN is_open boolean GENERATED ALWAYS AS ((status = 'open'::public.status)) STORED;

ALTER TABLE public.orders ALTER COLUMN past SET DEFAULT '{}'::public.status[];

ALTER TABLE public.orders ALTER COLUMN status SET DEFAULT 'new'::public.status;

-- hazard may-fail-on-data public.orders.known: fails when a row does not satisfy it
-- hazard full-scan public.orders: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.orders ADD CONSTRAINT known CHECK ((status = ANY (ARRAY['new'::public.status, 'open'::public.status, 'done'::public.status])));

-- hazard full-scan public.orders: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX orders_open ON public.orders (status) WHERE (status = 'open'::public.status);

-- hazard may-fail-on-data public.lines.lines_id_status_fkey: fails when a row refers to none of public.orders
-- hazard full-scan public.lines: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.lines: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.lines ADD CONSTRAINT lines_id_status_fkey FOREIGN KEY (id, status) REFERENCES public.orders (id, status);

CREATE OR REPLACE FUNCTION public.many(VARIADIC all_of public.status[])
 RETURNS integer
 LANGUAGE plpgsql
AS $function$begin return cardinality(all_of); end$function$;

CREATE OR REPLACE FUNCTION public.next_of(public.status)
 RETURNS public.status
 LANGUAGE sql
 IMMUTABLE
RETURN CASE $1 WHEN 'new'::public.status THEN 'open'::public.status ELSE 'done'::public.status END;

CREATE OR REPLACE PROCEDURE public.finish(IN which integer, IN how public.status DEFAULT 'done'::public.status)
 LANGUAGE sql
AS $procedure$update orders set status = how where id = which$procedure$;

CREATE CAST (public.status AS integer) WITH INOUT;

CREATE VIEW public.open_orders AS
SELECT id,
    status
   FROM public.orders
  WHERE (status = 'open'::public.status);

CREATE VIEW public.open_ids AS
SELECT id
   FROM public.open_orders;

-- hazard full-scan public.orders: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.orders: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE MATERIALIZED VIEW public.counted AS
SELECT status,
    count(*) AS number
   FROM public.orders
  GROUP BY status;

-- hazard may-fail-on-data public.counted_status: fails when two rows have the same value
CREATE UNIQUE INDEX counted_status ON public.counted (status);

CREATE RULE keep AS
    ON DELETE TO public.orders
   WHERE (old.status = 'open'::public.status) DO INSTEAD NOTHING;

CREATE TRIGGER on_open BEFORE UPDATE ON public.orders FOR EACH ROW WHEN ((new.status = 'open'::public.status)) EXECUTE FUNCTION public.touched();

CREATE POLICY mine ON public.orders USING ((status <> 'done'::public.status));

COMMENT ON COLUMN public.step.reached IS 'then';

COMMENT ON TYPE public.status IS 'of an order';

COMMENT ON FUNCTION public.next_of(public.status) IS 'goes on';

COMMENT ON VIEW public.open_orders IS 'to do';
