-- hazard privilege public.notes.own: changes who sees and writes which rows
ALTER POLICY own ON public.notes USING ((owner = SESSION_USER)) WITH CHECK ((owner = SESSION_USER));

-- hazard privilege public.notes.read_shared: changes who sees and writes which rows
ALTER POLICY read_shared ON public.notes TO PUBLIC;
