DROP ACCESS METHOD leaves;

DROP ACCESS METHOD tree;

CREATE ACCESS METHOD bush TYPE INDEX HANDLER bthandler;

CREATE ACCESS METHOD heaped TYPE TABLE HANDLER heap_tableam_handler;

CREATE TABLE public.numbers (
  n integer
) USING heaped;

COMMENT ON ACCESS METHOD bush IS 'as a tree';
