create table hot (id int not null, at date not null, primary key (id, at)) partition by range (at);
create table cold (id int not null, at date not null, primary key (id, at)) partition by range (at);
create table y2020 partition of hot for values from ('2020-01-01') to ('2021-01-01');
