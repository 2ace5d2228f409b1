-- hazard drop-table public.readings_rest: deletes the table and all its rows
DROP TABLE public.readings_rest;
