create table rooms (id int4range, during tsrange, primary key (id, during without overlaps));
create table stays (room int4range, during tsrange, foreign key (room, period during) references rooms (id, period during));
