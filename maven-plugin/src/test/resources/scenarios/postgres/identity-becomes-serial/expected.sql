ALTER SEQUENCE public.items_id_seq RENAME TO items_id_seq_before;

CREATE SEQUENCE public.items_id_seq AS integer;

SELECT pg_catalog.setval('public.items_id_seq', greatest(last_value, 1), is_called) FROM public.items_id_seq_before;

ALTER TABLE public.items ALTER COLUMN id DROP IDENTITY;

ALTER TABLE public.items ALTER COLUMN id SET DEFAULT nextval('public.items_id_seq'::regclass);

ALTER SEQUENCE public.items_id_seq OWNED BY public.items.id;
