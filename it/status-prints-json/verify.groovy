def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/tidegate/status.json'))
assert report.goal == 'status'
assert new File(basedir, 'build.log').text.contains('"goal": "status"')
