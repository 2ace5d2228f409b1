-- hazard breaks-readers t.first: programs that use the column by its old name fail
ALTER TABLE t RENAME COLUMN "first" TO tidegate_renaming_1;

-- hazard breaks-readers t.last: programs that use the column by its old name fail
ALTER TABLE t RENAME COLUMN "last" TO "first";

ALTER TABLE t RENAME COLUMN tidegate_renaming_1 TO "last";
