create table u (id integer primary key, email text, name text);
create table o (id integer, u_id integer, total integer, note text);
create index o_u on o (u_id);
create view totals as select u_id, sum(total) as total from o group by u_id;
