import dev.tidegate.ItDatabases

def log = new File(basedir, 'build.log').text
def refused = log.indexOf('TG-2205 the migration history is in schema app, and the search path leads to public')
assert refused > 0
assert log.indexOf('?schema=app', refused) > refused
assert log.indexOf('nothing pending', refused) > refused

assert ItDatabases.rows(basedir.toPath(), '''
    SELECT schemaname, tablename FROM pg_tables
    WHERE tablename IN ('users', 'flyway_schema_history') ORDER BY 1, 2''') ==
        'app|flyway_schema_history\napp|users\n'
assert ItDatabases.rows(basedir.toPath(), 'SELECT name FROM app.users') == 'Ada\n'
