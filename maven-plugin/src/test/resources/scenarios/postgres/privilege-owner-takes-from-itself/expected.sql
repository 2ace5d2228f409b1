-- hazard privilege OWNER on table public.bills: changes who may do what
GRANT TRUNCATE ON TABLE public.bills TO CURRENT_USER;

-- hazard privilege OWNER on table public.orders: changes who may do what
REVOKE TRUNCATE, UPDATE ON TABLE public.orders FROM CURRENT_USER;
