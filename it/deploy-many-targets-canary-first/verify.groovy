import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('4 targets: 4 deployed')
assert log.contains('[tenant_a] ')

def refused = log.indexOf('4 targets: 1 failed, 3 not started')
assert refused > 0
assert log.indexOf('TG-2503 1 of 4 targets failed', refused) > refused
assert log.indexOf('-Dtidegate.allow=drop-column:tenant_test.users.legacy', refused) > refused

def merged = new JsonSlurper().parse(new File(basedir, 'target/tidegate/deploy.json'))
assert merged.outcome == 'success'
assert merged.totals.applied == 4
assert merged.targets*.name.sort() == ['tenant_a', 'tenant_b', 'tenant_c', 'tenant_test']
assert merged.targets.every { it.toVersion == '2' && it.drift.isEmpty() }
assert !log.contains('postgres://')
