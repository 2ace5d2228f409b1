create table words (word text, "default" text collate "default", plain text collate "C");
