create collation bytes (provider = builtin, locale = 'C.UTF-8');
