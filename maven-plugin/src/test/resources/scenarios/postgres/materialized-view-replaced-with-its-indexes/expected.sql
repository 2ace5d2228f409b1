DROP VIEW public.big;

DROP MATERIALIZED VIEW public.totals;

CREATE MATERIALIZED VIEW public.totals AS
SELECT id,
    sum(amount) AS total,
    count(*) AS n
   FROM public.sales
  GROUP BY id;

-- hazard may-fail-on-data public.totals_id: fails when two rows have the same value
CREATE UNIQUE INDEX totals_id ON public.totals (id);

CREATE VIEW public.big AS
SELECT id
   FROM public.totals
  WHERE (total > 10);

COMMENT ON MATERIALIZED VIEW public.totals IS 'kept';
