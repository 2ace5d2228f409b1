-- hazard privilege CURRENT_USER on table public.orders: changes who may do what
REVOKE SELECT ON TABLE public.orders FROM CURRENT_USER;

-- hazard privilege of table public.orders: changes who owns it; needs to be a member of both roles
ALTER TABLE public.orders OWNER TO CURRENT_USER;
