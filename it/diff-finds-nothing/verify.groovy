assert !new File(basedir, 'build.log').text.contains('ALTER TABLE')
assert new File(basedir, 'target/tidegate/diff.json').isFile()
