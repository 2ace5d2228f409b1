-- hazard privilege tg_member on table public.orders by tg_lead: changes who may do what
SET ROLE tg_lead;

REVOKE SELECT ON TABLE public.orders FROM tg_member;

RESET ROLE;

-- hazard privilege tg_lead on table public.orders: changes who may do what
REVOKE GRANT OPTION FOR SELECT ON TABLE public.orders FROM tg_lead;
