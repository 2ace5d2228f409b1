def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/tidegate/copy.json'))
assert report.goal == 'copy'
def log = new File(basedir, 'build.log').text
assert log.contains('users')
assert log.contains('orders')
