package dev.tidegate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidegate.jdbc.DatabaseUrl;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPoolerTest {
  private static DatabaseUrl url(String text) {
    return DatabaseUrl.parse(text, Path.of(""));
  }

  @ParameterizedTest
  @CsvSource({
    "NEON, postgres://u@ep-x-1-pooler.eu-central-1.aws.neon.tech/app,"
        + " jdbc:postgresql://ep-x-1.eu-central-1.aws.neon.tech:5432/app",
    "SUPABASE_TRANSACTIONS, postgres://u@aws-0-eu-west-1.pooler.supabase.com:6543/postgres,"
        + " jdbc:postgresql://aws-0-eu-west-1.pooler.supabase.com:5432/postgres",
    "SUPABASE_TRANSACTIONS, postgres://u@db.abcdef.supabase.co:6543/postgres,"
        + " jdbc:postgresql://db.abcdef.supabase.co:5432/postgres",
    "DIGITALOCEAN, postgres://u@x.db.ondigitalocean.com:25061/pool,"
        + " jdbc:postgresql://x.db.ondigitalocean.com:25060/DATABASE",
    "PORT_6543, postgres://u@localhost:6543/app, jdbc:postgresql://localhost:5432/app"
  })
  void namesTheUrlToTry(KnownPooler known, String text, String direct) {
    assertThat(KnownPooler.of(url(text))).contains(known);
    assertThat(known.direct(url(text))).contains(direct);
  }

  @ParameterizedTest
  @CsvSource({
    "SUPABASE_SESSIONS, postgres://u@aws-0-eu-west-1.pooler.supabase.com:5432/postgres",
    "RDS_PROXY, postgres://u@app.proxy-abc.eu-west-1.rds.amazonaws.com/app",
    "PGBOUNCER, postgres://u@db:6432/app",
    "FLAG, postgres://u@db/app?pgbouncer=true"
  })
  void knowsThemByHostPortOrFlag(KnownPooler known, String text) {
    assertThat(KnownPooler.of(url(text))).contains(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres://u@localhost/app", "postgres://pooler/app", "file:./app.db"})
  void suspectsNothingElse(String text) {
    assertThat(KnownPooler.of(url(text))).isEmpty();
  }

  @Test
  void takesSupabasesSessionPortForWhatItIs() {
    assertThat(KnownPooler.SUPABASE_SESSIONS.mode()).contains(Pooler.Mode.SESSION);
    assertThat(KnownPooler.SUPABASE_TRANSACTIONS.mode()).contains(Pooler.Mode.TRANSACTION);
    assertThat(KnownPooler.PGBOUNCER.mode()).isEmpty();
  }
}
