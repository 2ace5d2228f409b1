-- hazard breaks-readers public.notes: all but its owner see only the rows that policies open
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

-- hazard breaks-readers public.notes.never_delete_shared: holds back rows that were open
CREATE POLICY never_delete_shared ON public.notes AS RESTRICTIVE FOR DELETE USING ((NOT shared));

-- hazard privilege public.notes.own: opens rows to PUBLIC, where row security is on
CREATE POLICY own ON public.notes USING ((owner = CURRENT_USER)) WITH CHECK ((owner = CURRENT_USER));

-- hazard privilege public.notes.read_shared: opens rows to pg_monitor, pg_read_all_data, where row security is on
CREATE POLICY read_shared ON public.notes FOR SELECT TO pg_monitor, pg_read_all_data USING (shared);

COMMENT ON POLICY own ON public.notes IS 'everybody sees their own';
