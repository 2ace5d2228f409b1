-- hazard breaks-readers public.t.t_key: whoever still uses the old name fails; the new one is t_pk
ALTER TABLE public.t RENAME CONSTRAINT t_key TO t_pk;

-- hazard breaks-readers public.parent.code_once: whoever still uses the old name fails; the new one is code_unique
ALTER TABLE public.parent RENAME CONSTRAINT code_once TO code_unique;

ALTER TABLE public.t RENAME CONSTRAINT positive TO n_is_positive;

-- hazard breaks-readers public.t.apart: whoever still uses the old name fails; the new one is no_overlap
ALTER TABLE public.t RENAME CONSTRAINT apart TO no_overlap;

ALTER TABLE public.t RENAME CONSTRAINT t_parent TO t_p_fkey;

ALTER INDEX public.t_n RENAME TO t_by_n;
