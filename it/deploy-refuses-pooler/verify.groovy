import dev.tidegate.ItDatabases

def project = basedir.toPath()
def log = new File(basedir, 'build.log').text
def refused = log.indexOf('TG-2204 a transaction pooler is between us and')
assert refused > 0
def port = ItDatabases.settings(project).url().port()
assert log.indexOf("-Dtidegate.directUrl=jdbc:postgresql://127.0.0.1:$port/deploy-refuses-pooler", refused) > refused
def untouched = log.indexOf('is at version (none): 1 pending', refused)
assert untouched > refused
assert log.indexOf('1 of 1 pending migrations applied', untouched) > untouched
assert ItDatabases.rows(project, 'SELECT version FROM flyway_schema_history') == '1\n'
