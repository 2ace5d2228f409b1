DROP POLICY own ON public.notes;

DROP FUNCTION public.may_see(name);

CREATE TABLE public.friends (
  who name NOT NULL,
  CONSTRAINT friends_pkey PRIMARY KEY (who)
);

CREATE OR REPLACE FUNCTION public.may_see(person name)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$SELECT person = session_user$function$;

-- hazard privilege public.notes.friends: opens rows to PUBLIC, where row security is on
CREATE POLICY friends ON public.notes USING ((EXISTS ( SELECT
   FROM public.friends f
  WHERE (f.who = notes.owner))));

CREATE POLICY own ON public.notes USING (public.may_see(owner));

COMMENT ON POLICY own ON public.notes IS 'kept';
