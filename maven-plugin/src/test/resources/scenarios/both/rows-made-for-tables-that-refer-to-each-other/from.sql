create table a (id integer primary key, kind text not null check (kind in ('small', 'large')));
create table b (a integer not null references a (id), n integer not null check (n > 100), primary key (a, n));
create table c (id integer primary key, a integer not null, n integer not null, up integer references c (id), foreign key (a, n) references b (a, n));
