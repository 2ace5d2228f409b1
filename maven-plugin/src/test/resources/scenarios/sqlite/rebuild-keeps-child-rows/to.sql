create table p (id integer primary key, name text not null check (name <> ''));
create table c (id integer primary key, p_id integer references p (id) on delete cascade);
