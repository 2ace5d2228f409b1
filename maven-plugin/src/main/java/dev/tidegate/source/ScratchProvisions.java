package dev.tidegate.source;

import dev.tidegate.scratch.Scratch;
import dev.tidegate.scratch.ScratchDatabase;
import dev.tidegate.scratch.ScratchProblems;
import dev.tidegate.scratch.WantedExtension;
import dev.tidegate.source.sql.Missing;
import dev.tidegate.source.sql.Provisions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Provides in one scratch database what the SQL that runs there takes for granted. */
record ScratchProvisions(Scratch scratch, ScratchDatabase database) implements Provisions {

  @Override
  public boolean provide(Connection connection, Missing missing) {
    if (missing instanceof Missing.Extension extension) {
      if (!extension.available()) {
        throw ScratchProblems.extensionNotAvailable(extension.name(), available(connection))
            .exception();
      }
      scratch.provideExtension(database, new WantedExtension(extension.name(), extension.schema()));
      return true;
    }
    if (missing instanceof Missing.Role role) {
      scratch.provideRole(role.name());
    }
    return false;
  }

  private static List<String> available(Connection connection) {
    var names = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT name FROM pg_available_extensions ORDER BY name")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw SourceProblems.databaseError("the scratch server", e).exception(e);
    }
  }
}
