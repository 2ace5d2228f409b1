ALTER TABLE public.m DETACH PARTITION public.m_2;

DROP INDEX public.m_2_id_idx;
