-- hazard may-fail-on-data public.m.m_u: fails when a row refers to none of public.u
-- hazard full-scan public.m_1: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.m_1: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard full-scan public.m_2_1: reads the whole table under SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.m_2_1: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.m: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.m_2: writers wait while it holds SHARE ROW EXCLUSIVE
-- hazard blocks-writes public.u: writers wait while it holds SHARE ROW EXCLUSIVE
ALTER TABLE public.m ADD CONSTRAINT m_u FOREIGN KEY (id) REFERENCES public.u (id);
