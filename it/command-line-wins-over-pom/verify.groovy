def log = new File(basedir, 'build.log').text
assert !log.contains('1 of 1 pending migrations applied')
assert new File(basedir, 'reports/deploy.json').text.contains('"dryRun": true')
assert !new File(basedir, 'pom-reports').exists()
assert log.contains('lockRetries=many is not a whole number')
assert log.contains('deploy: skipped')
