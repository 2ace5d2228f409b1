create table lines (doc int not null, pos int not null, constraint lines_pkey primary key (doc, pos), constraint one unique (doc));
create table notes (doc int references lines (doc));
