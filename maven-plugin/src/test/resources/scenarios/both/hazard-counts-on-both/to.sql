create table p (id integer primary key);
create table t (id integer primary key, a integer not null, b text, constraint t_key unique (b), constraint ok check (a > 0), constraint t_p foreign key (a) references p (id));
