package dev.tidegate.action;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the packages of the program as ARCHITECTURE.md has them. */
class ArchitectureTest {
  private static final String ROOT = "dev.tidegate.action";

  private static final JavaClasses MAIN =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  /** Package, what it may import, which libraries it may use: the table of ARCHITECTURE.md. */
  private static final String TABLE =
      """
      command | comment maven report github runner json problem |
      maven   | runner json problem |
      report  | json problem |
      comment | github |
      github  | json   | com.google.gson
      runner  | json   |
      json    |        | com.google.gson
      problem |        |
      """;

  record Row(String name, List<String> imports, List<String> libraries) {
    static Row parse(String line) {
      var cells = line.split("\\|", -1);
      return new Row(cells[0].strip(), words(cells[1]), words(cells[2]));
    }

    private static List<String> words(String cell) {
      return Arrays.stream(cell.strip().split(" +")).filter(word -> !word.isEmpty()).toList();
    }

    @Override
    public String toString() {
      return name + " may import " + imports + " and use " + libraries;
    }
  }

  static Stream<Row> rows() {
    return TABLE.lines().map(Row::parse);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void packageImportsOnlyWhatItsRowNames(Row row) {
    var own =
        Stream.concat(Stream.of(row.name()), row.imports().stream()).map(name -> ROOT + "." + name);
    var libraries = row.libraries().stream().map(name -> name + "..");
    var jdk = Stream.of("java..", "org.jspecify..");
    classes()
        .that()
        .resideInAPackage(ROOT + "." + row.name())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(Stream.of(jdk, own, libraries).flatMap(s -> s).toArray(String[]::new))
        .check(MAIN);
  }

  @Test
  void everyPackageIsInTheTableAndNullMarked() {
    assertThat(MAIN.stream().map(type -> type.getPackageName()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of(ROOT), rows().map(row -> ROOT + "." + row.name())).toList())
        .allMatch(name -> MAIN.getPackage(name).isAnnotatedWith(NullMarked.class));
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void nothingPrintsPastTheConsole() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
  }

  @Test
  void importIsNotEmpty() {
    assertThat(MAIN).hasSizeGreaterThan(60);
  }
}
