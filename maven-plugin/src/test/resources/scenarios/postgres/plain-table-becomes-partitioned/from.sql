create table logs (id int not null, at date not null);
