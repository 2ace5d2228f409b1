-- hazard privilege public.notes.hide_odd: opens the rows that it held back
DROP POLICY hide_odd ON public.notes;

-- hazard breaks-readers public.notes.own: closes the rows that it opened
DROP POLICY own ON public.notes;

-- hazard drop-table public.drafts: deletes the table and all its rows
DROP TABLE public.drafts;
