-- hazard may-fail-on-data public.goods.positive: fails when a row does not satisfy it
-- hazard full-scan public.goods: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.goods VALIDATE CONSTRAINT positive;

-- hazard may-fail-on-data public.goods.made: fails when a row does not satisfy it
-- hazard full-scan public.goods: reads the whole table under SHARE UPDATE EXCLUSIVE
ALTER TABLE public.goods VALIDATE CONSTRAINT made;
