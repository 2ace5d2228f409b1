def log = new File(basedir, 'build.log').text
assert log.contains('TG-3001')
assert log.contains('schema.sql')
assert log.contains('line 6')
