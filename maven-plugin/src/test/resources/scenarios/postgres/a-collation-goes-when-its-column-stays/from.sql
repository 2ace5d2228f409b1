create collation reversed (provider = icu, locale = 'fr-u-kb-true');
create table words (word text collate reversed, "default" text collate "C", plain text);
