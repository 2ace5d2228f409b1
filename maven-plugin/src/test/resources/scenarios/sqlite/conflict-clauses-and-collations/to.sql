create table t (id integer primary key, a text collate nocase not null on conflict ignore, b text unique on conflict replace);
