create table "User" ("id" integer primary key, "Order" text, "a b" integer, "sélect" text);
create index "i on" on "User" ("a b");
