create collation vowels (provider = icu, locale = 'und', rules = '& a < e');
create table words (word text collate vowels);
