create text search dictionary short (template = simple, accept = false);
create text search dictionary "Stems" (template = snowball, language = german, stopwords = 'english');
create text search configuration c (copy = simple);
alter text search configuration c alter mapping for asciiword with short;
