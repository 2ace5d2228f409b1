import groovy.json.JsonSlurper

def migrations = new File(basedir, 'src/main/resources/db/migration')
assert new File(migrations, 'V2__reviews_1_of_2.sql').text.contains('CREATE TABLE')
assert new File(migrations, 'V3__reviews_2_of_2.sql').text.contains('CREATE INDEX CONCURRENTLY')
for (goal in ['diff', 'deploy', 'status', 'copy']) {
  assert new JsonSlurper().parse(new File(basedir, "target/tidegate/${goal}.json")).outcome == 'success'
}
