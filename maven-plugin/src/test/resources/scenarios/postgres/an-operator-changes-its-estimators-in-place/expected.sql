ALTER OPERATOR public.<~> (integer, integer) SET (RESTRICT = NONE, JOIN = neqjoinsel);

ALTER OPERATOR public.<~~> (integer, integer) SET (RESTRICT = eqsel);
