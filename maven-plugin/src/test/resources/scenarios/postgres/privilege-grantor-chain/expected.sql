CREATE TABLE public.bills (
  id integer
);

-- hazard privilege tg_lead on table public.bills: changes who may do what
GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE public.bills TO tg_lead WITH GRANT OPTION;

-- hazard privilege tg_member on table public.bills by tg_lead: changes who may do what
SET ROLE tg_lead;

GRANT UPDATE ON TABLE public.bills TO tg_member;

RESET ROLE;

-- hazard privilege tg_member on table public.orders by tg_lead: changes who may do what
SET ROLE tg_lead;

GRANT SELECT ON TABLE public.orders TO tg_member;

RESET ROLE;
