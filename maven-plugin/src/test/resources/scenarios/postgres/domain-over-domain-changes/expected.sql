ALTER TABLE public.goods ALTER COLUMN price DROP DEFAULT;

-- hazard may-fail-on-data public.price: fails when a row does not satisfy it
ALTER DOMAIN public.amount RENAME TO amount_before;

CREATE DOMAIN public.amount AS bigint CONSTRAINT amount_check CHECK ((VALUE >= 0));

ALTER DOMAIN public.price RENAME TO price_before;

CREATE DOMAIN public.price AS public.amount CONSTRAINT price_check CHECK (((VALUE)::bigint < 1000));

-- hazard table-rewrite public.goods: writes the whole table anew
-- hazard blocks-reads public.goods: readers and writers wait while it holds ACCESS EXCLUSIVE
ALTER TABLE public.goods ALTER COLUMN price TYPE public.price USING price::text::public.price;

DROP DOMAIN public.price_before;

DROP DOMAIN public.amount_before;

ALTER TABLE public.goods ALTER COLUMN price SET DEFAULT 1;
