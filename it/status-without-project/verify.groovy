assert new File(basedir, 'build.log').text.contains('V1__users.sql')
assert new File(basedir, 'target/tidegate/status.json').isFile()
assert !new File(basedir, '${basedir}').exists()
