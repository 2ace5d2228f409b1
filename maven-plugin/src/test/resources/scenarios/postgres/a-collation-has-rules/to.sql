create collation vowels (provider = icu, locale = 'und', rules = '& e < a');
create table words (word text collate vowels);
