create text search parser words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search template plain (init = dsimple_init, lexize = dsimple_lexize);
create text search dictionary d (template = plain);
create text search configuration c (parser = words);
alter text search configuration c add mapping for word with d;
