CREATE COLLATION public.mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');

CREATE COLLATION public."natural" (provider = icu, locale = 'en-u-kn-true');

CREATE COLLATION public.nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

CREATE COLLATION public.plain (provider = libc, locale = 'C');

ALTER TABLE public.words ALTER COLUMN word TYPE text COLLATE public."natural";

-- hazard full-scan public.words: reads the whole table under ACCESS EXCLUSIVE
-- hazard blocks-reads public.words: readers and writers wait while it holds ACCESS EXCLUSIVE
CREATE INDEX words_nocase ON public.words (word COLLATE public.nocase);

COMMENT ON COLLATION public.nocase IS 'upper and lower case are one';
