import dev.tidegate.ItDatabases
import java.util.concurrent.atomic.AtomicLong

def project = basedir.toPath()
ItDatabases.postgres(project)
ItDatabases.execute(project, 'CREATE TABLE users (id integer PRIMARY KEY); INSERT INTO users VALUES (1)')

// what it has read it holds until its transaction ends: after the last goal, or when a deploy that waits for
// it has waited for five minutes
def report = ItDatabases.connect(project)
report.createStatement().execute("SET application_name = 'monthly report'")
report.autoCommit = false
report.createStatement().execute('SELECT count(*) FROM users')
context.report = report

// the site: whoever queues for the table lets nobody read it any more
def site = ItDatabases.connect(project)
def longest = new AtomicLong()
def reads = new AtomicLong()
context.site = site
context.longest = longest
context.reads = reads
def began = System.nanoTime()
Thread.startDaemon {
    while (!report.closed) {
        sleep 1_000
        if (System.nanoTime() - began > 300_000_000_000) {
            report.rollback()
        }
    }
}
Thread.startDaemon {
    while (!site.closed) {
        def start = System.nanoTime()
        site.createStatement().withCloseable { it.execute('SELECT count(*) FROM users') }
        longest.accumulateAndGet(((System.nanoTime() - start) / 1_000_000) as long, Math::max)
        reads.incrementAndGet()
        sleep 50
    }
}
return true
