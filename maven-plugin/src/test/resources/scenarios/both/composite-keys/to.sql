create table t (a integer not null, b text not null, c text, d integer, primary key (b, a));
