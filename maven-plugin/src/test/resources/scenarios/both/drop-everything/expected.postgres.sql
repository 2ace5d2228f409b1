-- hazard breaks-readers public.names: whoever still uses it fails
DROP VIEW public.names;

-- hazard drop-table public.orders: deletes the table and all its rows
DROP TABLE public.orders;

-- hazard drop-table public.users: deletes the table and all its rows
DROP TABLE public.users;
