create collation bytes (provider = builtin, locale = 'C');
create collation going (provider = builtin, locale = 'C.UTF-8');
