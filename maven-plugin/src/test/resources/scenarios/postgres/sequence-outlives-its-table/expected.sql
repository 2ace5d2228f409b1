-- hazard drop-table public.a: deletes the table and all its rows
ALTER SEQUENCE public.counter OWNED BY NONE;

DROP TABLE public.a;
