create text search parser words (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype,
  headline = prsd_headline);
create text search configuration c (parser = words);
alter text search configuration c add mapping for word with simple;
