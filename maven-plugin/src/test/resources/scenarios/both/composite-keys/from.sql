create table t (a integer not null, b text not null, c text, primary key (a, b));
