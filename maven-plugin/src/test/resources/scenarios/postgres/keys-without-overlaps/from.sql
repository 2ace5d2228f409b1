create table rooms (id int4range, during tsrange);
create table stays (room int4range, during tsrange);
