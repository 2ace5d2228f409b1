-- hazard drop-table public.m_2: deletes the table and all its rows
DROP TABLE public.m_2;
