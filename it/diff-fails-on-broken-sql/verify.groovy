def log = new File(basedir, 'build.log').text
assert log.contains('TG-3001')
assert log.contains('schema.sql')
assert log.contains('line 6')

// also where the goal stops, who reads the report finds the files
def json = new File(basedir, 'target/tidegate/diff.json').text
assert json.contains('"migrationsFolder": "' + new File(basedir, 'src/main/resources/db/migration').canonicalPath)
