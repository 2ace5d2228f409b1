create table warm (id int not null, at date not null, note text, primary key (id, at)) partition by range (at);
create table y2020 partition of warm for values from ('2020-01-01') to ('2021-01-01');
