import dev.tidegate.ItDatabases

def project = basedir.toPath()
def log = new File(basedir, 'build.log').text
def failed = log.indexOf('migration V2__ages.sql failed at statement 3 (line 3)')
assert failed > 0
assert log.indexOf('statements 1 to 2 remain applied', failed) > failed
def status = log.indexOf('interrupted: V2__ages.sql stopped before statement 3 of 4 (line 3)', failed)
assert status > failed
assert log.indexOf('1 of 1 pending migrations applied', status) > status

assert ItDatabases.rows(project, 'SELECT what, count(*) FROM audit GROUP BY 1 ORDER BY 1') ==
        'begun|1\nshare 5|1\nnull|1\n'
assert ItDatabases.rows(project, '''
    SELECT indexrelid::regclass, indisvalid FROM pg_index
    WHERE indrelid IN ('users'::regclass, 'audit'::regclass) AND NOT indisprimary ORDER BY indexrelid::regclass::text''') ==
        'audit_what|t\nusers_age|t\n'
assert ItDatabases.rows(project, "SELECT success FROM flyway_schema_history WHERE version = '2'") == 't\n'
