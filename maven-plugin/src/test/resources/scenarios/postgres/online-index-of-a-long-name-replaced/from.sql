create table t (id integer primary key, a integer, b text);
create index an_index_whose_name_is_as_long_as_the_server_allows_63_bytes_ab on t (a);
