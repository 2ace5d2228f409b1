ALTER TEXT SEARCH DICTIONARY public."Stems" (language = 'german');

ALTER TEXT SEARCH DICTIONARY public.short (accept = 'false', stopwords);
