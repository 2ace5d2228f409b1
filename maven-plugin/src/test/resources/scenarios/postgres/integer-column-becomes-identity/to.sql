create table items (id int generated always as identity primary key, name text);
