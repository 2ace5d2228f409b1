def log = new File(basedir, 'build.log').text
assert log.contains('status: skipped')
assert !log.contains('deploy: skipped')
assert log.contains('1 of 1 pending migrations applied')
