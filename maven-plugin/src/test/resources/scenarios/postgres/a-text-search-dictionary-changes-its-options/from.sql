create text search dictionary short (template = simple, stopwords = english, accept = true);
create text search dictionary "Stems" (template = snowball, language = english, stopwords = 'english');
create text search configuration c (copy = simple);
alter text search configuration c alter mapping for asciiword with short;
