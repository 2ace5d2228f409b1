ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR host, url;

ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR asciiword, word WITH pg_catalog.simple, pg_catalog.english_stem;

ALTER TEXT SEARCH CONFIGURATION public.c ADD MAPPING FOR hword_asciipart WITH pg_catalog.english_stem;
