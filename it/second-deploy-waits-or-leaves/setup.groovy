import dev.tidegate.ItDatabases
import dev.tidegate.migration.DeployLock
import java.time.Duration
import java.util.function.Consumer

ItDatabases.postgres(basedir.toPath())
def first = DeployLock.take(
        ItDatabases.settings(basedir.toPath()), Optional.of('public'), Duration.ZERO, { } as Consumer)

// the first deploy ends when somebody is seen to wait for it
def log = new File(basedir, 'build.log')
Thread.startDaemon {
    while (!(log.exists() && log.text.contains('waiting up to 60 s for it'))) {
        sleep 100
    }
    first.close()
}
return true
