create table people (id integer primary key, full_name text not null);
