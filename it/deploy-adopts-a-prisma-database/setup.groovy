import dev.tidegate.ItDatabases
import java.security.MessageDigest

def project = basedir.toPath()
ItDatabases.postgres(project)
// as `prisma migrate deploy` leaves a database: the table is Prisma's own
ItDatabases.execute(project, '''
    CREATE TABLE _prisma_migrations (
        id                      VARCHAR(36) PRIMARY KEY NOT NULL,
        checksum                VARCHAR(64) NOT NULL,
        finished_at             TIMESTAMPTZ,
        migration_name          VARCHAR(255) NOT NULL,
        logs                    TEXT,
        rolled_back_at          TIMESTAMPTZ,
        started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
        applied_steps_count     INTEGER NOT NULL DEFAULT 0
    )''')
for (name in ['20240101093000_init', '20240202101500_add_posts']) {
    def file = new File(basedir, "prisma/migrations/$name/migration.sql")
    ItDatabases.execute(project, file.text)
    def checksum = MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex()
    ItDatabases.execute(project, """
        INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
        VALUES ('${UUID.randomUUID()}', '$checksum', now(), '$name', 1)""".toString())
}
ItDatabases.execute(project, """INSERT INTO "User" (email) VALUES ('ada@example.com')""")
