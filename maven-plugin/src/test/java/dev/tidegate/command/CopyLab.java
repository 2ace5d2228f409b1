package dev.tidegate.command;

import dev.tidegate.jdbc.ConnectionSettings;
import dev.tidegate.report.Console;
import dev.tidegate.report.CopyReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Copies as the goal does, and keeps everything that was printed. */
final class CopyLab implements Console {
  private final Path folder;
  final List<String> printed = new ArrayList<>();

  CopyLab(Path folder) {
    this.folder = folder;
  }

  @Override
  public void info(String text) {
    printed.add(text);
  }

  @Override
  public void warn(String text) {
    printed.add(text);
  }

  CopyReport copy(ConnectionSettings source, ConnectionSettings target) {
    return copy(source, target, asked -> asked);
  }

  CopyReport copy(
      ConnectionSettings source, ConnectionSettings target, UnaryOperator<Asked> change) {
    var asked = change.apply(new Asked());
    return new CopyCommand()
        .run(
            new CopyRequest(
                source,
                target,
                asked.direct,
                new Keyboard(asked.variables, false, asked.consent),
                asked.environment,
                asked.tables,
                asked.exclude,
                List.of(),
                asked.mode,
                asked.confirm,
                asked.onBadValue,
                List.of(),
                "digest",
                asked.createSchema,
                asked.dryRun,
                Optional.empty(),
                folder.resolve("reports"),
                this));
  }

  /** What a copy is asked for, changed by each test. */
  static final class Asked {
    private Optional<String> environment = Optional.empty();
    private List<String> tables = List.of();
    private List<String> exclude = List.of();
    private String mode = "insert";
    private Optional<String> confirm = Optional.empty();
    private String onBadValue = "fail";
    private String createSchema = "auto";
    private boolean dryRun;
    private Optional<ConnectionSettings> direct = Optional.empty();
    private Map<String, String> variables = Map.of();
    private Optional<String> consent = Optional.empty();

    Asked environment(String label) {
      environment = Optional.of(label);
      return this;
    }

    Asked direct(ConnectionSettings settings) {
      direct = Optional.of(settings);
      return this;
    }

    Asked by(String variable, String value) {
      variables = Map.of(variable, value);
      return this;
    }

    Asked consent(String words) {
      consent = Optional.of(words);
      return this;
    }

    Asked tables(String... patterns) {
      tables = List.of(patterns);
      return this;
    }

    Asked exclude(String... patterns) {
      exclude = List.of(patterns);
      return this;
    }

    Asked mode(String word) {
      mode = word;
      return this;
    }

    Asked confirm(String name) {
      confirm = Optional.of(name);
      return this;
    }

    Asked rejecting() {
      onBadValue = "reject";
      return this;
    }

    Asked createSchema(String word) {
      createSchema = word;
      return this;
    }

    Asked dryRun() {
      dryRun = true;
      return this;
    }
  }
}
