create table words (word text);
