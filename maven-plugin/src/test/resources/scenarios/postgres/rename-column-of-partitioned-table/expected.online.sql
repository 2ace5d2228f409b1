-- hazard breaks-readers public.m.v: whoever still uses the old name fails; the new one is amount
ALTER TABLE public.m RENAME COLUMN v TO amount;

ALTER INDEX public.m1_v_idx RENAME TO m1_amount_idx;

ALTER INDEX public.m_v RENAME TO m_amount;
