import dev.tidegate.ItDatabases

ItDatabases.postgres(basedir.toPath())
ItDatabases.execute(basedir.toPath(), '''
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'it_reader') THEN
        CREATE ROLE it_reader LOGIN PASSWORD 'Aq7-secret';
      END IF;
    END $$;
    ALTER ROLE it_reader SET default_transaction_read_only = on;
    ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO it_reader''')
