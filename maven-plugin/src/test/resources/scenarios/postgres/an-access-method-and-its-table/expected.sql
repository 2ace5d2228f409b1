DROP ACCESS METHOD leaves;

DROP ACCESS METHOD tree;

-- hazard privilege bush: needs a superuser
CREATE ACCESS METHOD bush TYPE INDEX HANDLER bthandler;

-- hazard privilege heaped: needs a superuser
CREATE ACCESS METHOD heaped TYPE TABLE HANDLER heap_tableam_handler;

CREATE TABLE public.numbers (
  n integer
) USING heaped;

COMMENT ON ACCESS METHOD bush IS 'as a tree';
