CREATE TABLE public."User" (
  id integer NOT NULL,
  "Order" text,
  "a b" integer,
  "sélect" text,
  CONSTRAINT "User_pkey" PRIMARY KEY (id)
);

CREATE INDEX "i on" ON public."User" ("a b");
