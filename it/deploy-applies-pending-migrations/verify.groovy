def log = new File(basedir, 'build.log').text
assert log.contains('deploy: 2 of 2 pending migrations applied')
assert new File(basedir, 'target/tidegate/deploy.json').isFile()
assert new File(basedir, 'target/tidegate/status.json').isFile()
