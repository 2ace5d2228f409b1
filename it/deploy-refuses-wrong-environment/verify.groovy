import dev.tidegate.ItDatabases

def log = new File(basedir, 'build.log').text
def differs = log.indexOf('TG-2201 the database is marked production, and staging was stated')
assert differs > 0
assert log.indexOf('the URL came from DATABASE_URL of the environment', differs) > differs
def unstated = log.indexOf('TG-2202 the database is marked production, and no environment was stated')
assert unstated > differs
def again = log.indexOf('TG-2201', unstated)
assert again > unstated
assert log.indexOf('the URL came from DATABASE_URL in staging.env', again) > again

def production = new File(basedir, 'production.db').toPath()
assert ItDatabases.query(production, 'SELECT version FROM flyway_schema_history') == '1\n'
assert ItDatabases.query(production, 'SELECT count(*) FROM users') == '0\n'
