ALTER TABLE public.items ALTER COLUMN id DROP IDENTITY;

CREATE SEQUENCE public.items_id_seq AS integer;

ALTER TABLE public.items ALTER COLUMN id SET DEFAULT nextval('public.items_id_seq'::regclass);

ALTER SEQUENCE public.items_id_seq OWNED BY public.items.id;

-- hazard full-scan public.items: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.items: readers and writers wait while it holds ACCESS EXCLUSIVE
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('public.items', 'id'), max(id)) FROM public.items HAVING max(id) IS NOT NULL;
