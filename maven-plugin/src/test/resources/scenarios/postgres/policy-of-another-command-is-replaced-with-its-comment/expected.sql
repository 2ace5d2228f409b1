DROP POLICY own ON public.notes;

DROP POLICY write ON public.notes;

-- hazard privilege public.notes.own: changes who sees and writes which rows
CREATE POLICY own ON public.notes AS RESTRICTIVE USING ((owner = CURRENT_USER));

-- hazard privilege public.notes.write: changes who sees and writes which rows
CREATE POLICY write ON public.notes FOR UPDATE USING ((owner = CURRENT_USER));

COMMENT ON POLICY own ON public.notes IS 'kept';
