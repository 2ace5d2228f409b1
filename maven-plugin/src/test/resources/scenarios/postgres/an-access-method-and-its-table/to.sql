create access method bush type index handler bthandler;
create access method heaped type table handler heap_tableam_handler;
create table numbers (n integer) using heaped;
comment on access method bush is 'as a tree';
