-- hazard breaks-readers bare: its foreign tables may read from elsewhere, or not at all
ALTER FOREIGN DATA WRAPPER bare VALIDATOR postgresql_fdw_validator;

-- hazard breaks-readers checked: its foreign tables may read from elsewhere, or not at all
ALTER FOREIGN DATA WRAPPER checked NO VALIDATOR;
