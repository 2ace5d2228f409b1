create unlogged table cache (id int, body text);
alter table cache alter column body set storage external;
