-- hazard drop-table public.c: deletes the table and all its rows
DROP TABLE public.c;
