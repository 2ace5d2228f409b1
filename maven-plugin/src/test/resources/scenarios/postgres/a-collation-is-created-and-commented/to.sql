create collation "natural" (provider = icu, locale = 'en-u-kn-true');
create collation nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create collation plain (locale = 'C');
create collation mixed (lc_collate = 'C', lc_ctype = 'POSIX');
comment on collation nocase is 'upper and lower case are one';
create table words (word text collate "natural");
create index words_nocase on words (word collate nocase);
