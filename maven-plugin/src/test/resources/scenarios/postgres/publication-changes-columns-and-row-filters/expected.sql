ALTER PUBLICATION shop DROP TABLE ONLY public.lines, ONLY public.orders;

ALTER PUBLICATION shop ADD TABLE ONLY public.lines, ONLY public.orders (id, total) WHERE ((total > 100));
