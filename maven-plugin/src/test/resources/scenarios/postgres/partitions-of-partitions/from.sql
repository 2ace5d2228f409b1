create table sales (id int not null, region text not null, at date not null) partition by list (region);
