package dev.tidegate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the packages in the order that ARCHITECTURE.md draws them. */
class ArchitectureTest {
  private static final String ROOT = "dev.tidegate";

  private static final JavaClasses MAIN =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

  /** Package, what it may import, which libraries it may use: the table of ARCHITECTURE.md. */
  private static final String TABLE =
      """
      maven            | command report jdbc problem                                                                       | maven
      command          | report guard source source.sql scratch schema diff plan render migration backup copy translate dialect dialect.postgres dialect.sqlite jdbc problem |
      report           | schema diff plan render migration guard backup copy problem                                              | gson
      guard            | schema diff plan render migration dialect jdbc problem                                            |
      source           | source.sql schema migration scratch translate dialect jdbc problem                                |
      source.sql       | jdbc problem                                                                                      |
      scratch          | dialect jdbc problem                                                                              | commons-compress xz
      schema           |                                                                                                   |
      diff             | schema                                                                                            |
      plan             | schema diff                                                                                       |
      render           | schema diff plan                                                                                  |
      migration        | jdbc problem                                                                                      | flyway
      backup           | schema dialect plan jdbc problem | gson pgjdbc sqlite-jdbc
      copy             | schema dialect translate jdbc problem                                                             | pgjdbc sqlite-jdbc
      translate        | schema dialect problem                                                                            |
      dialect          | schema diff plan render jdbc problem                                                              |
      dialect.postgres | dialect schema diff plan render jdbc problem                                                      |
      dialect.sqlite   | dialect schema diff plan render jdbc problem                                                      |
      jdbc             | problem                                                                                           | hikaricp pgjdbc sqlite-jdbc
      problem          |                                                                                                   |
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
    var tidegate =
        Stream.concat(Stream.of(row.name()), row.imports().stream()).map(name -> ROOT + "." + name);
    var libraries = row.libraries().stream().flatMap(ArchitectureTest::packagesOf);
    var jdk = Stream.of("java..", "javax.crypto..", "javax.sql..", "org.jspecify..");
    classes()
        .that()
        .resideInAPackage(ROOT + "." + row.name())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(jdk, tidegate, libraries).flatMap(s -> s).toArray(String[]::new))
        .check(MAIN);
  }

  private static Stream<String> packagesOf(String library) {
    return switch (library) {
      case "maven" ->
          Stream.of(
              "org.apache.maven..",
              // a goal's own configuration, as Maven hands it over
              "org.codehaus.plexus..",
              "org.eclipse.aether..",
              "javax.inject..",
              // the generated HelpMojo reads XML
              "javax.xml..",
              "org.w3c..",
              "org.xml..");
      case "gson" -> Stream.of("com.google.gson..");
      case "flyway" -> Stream.of("org.flywaydb..");
      case "pgjdbc" -> Stream.of("org.postgresql..");
      case "sqlite-jdbc" -> Stream.of("org.sqlite..");
      case "hikaricp" -> Stream.of("com.zaxxer.hikari..");
      case "commons-compress" -> Stream.of("org.apache.commons.compress..");
      case "xz" -> Stream.of("org.tukaani.xz..");
      default -> throw new IllegalArgumentException("no packages known of library " + library);
    };
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(MAIN.stream().map(type -> type.getPackageName().substring(ROOT.length() + 1)))
        .isSubsetOf(rows().map(Row::name).toList());
    assertThat(rows().map(Row::name))
        .allSatisfy(name -> assertThat(MAIN.containPackage(ROOT + "." + name)).isTrue());
  }

  @Test
  void documentShowsTheSameTable() throws IOException {
    var document =
        Files.readAllLines(Repository.file("ARCHITECTURE.md")).stream()
            .dropWhile(line -> !line.startsWith("| package |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.replace("`", "").replace("–", "").split("\\|", -1))
            .map(cells -> Row.parse(cells[1] + "|" + cells[3] + "|" + cells[4]));
    assertThat(document).containsExactlyElementsOf(rows().toList());
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void modelIsMadeOfRecordsEnumsAndSealedInterfaces() {
    // Parts is no part of the model: it looks up what stands in a Schema
    var model =
        MAIN.stream()
            .filter(type -> type.getPackageName().equals(ROOT + ".schema"))
            .filter(type -> type.isTopLevelClass() && !isPackageInfo(type))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !type.getSimpleName().equals("Parts"));
    var flow =
        Stream.of("diff.Change", "plan.Step", "plan.Plan", "plan.Hazard", "render.Statement");
    assertThat(Stream.concat(model.map(JavaClass::getName), flow.map(name -> ROOT + "." + name)))
        .hasSizeGreaterThan(20)
        .allMatch(ArchitectureTest::isRecordEnumOrSealed);
  }

  private static boolean isRecordEnumOrSealed(String name) {
    var type = MAIN.get(name).reflect();
    return type.isRecord() || type.isEnum() || type.isSealed();
  }

  @Test
  void modelAndFlowKnowNoJdbc() {
    noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + ".schema", ROOT + ".diff", ROOT + ".plan", ROOT + ".render", ROOT + ".problem")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.crypto..", "javax.sql..")
        .check(MAIN);
  }

  @Test
  void nothingPrintsPastTheConsole() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(MAIN);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(rows())
        .allMatch(
            row -> MAIN.getPackage(ROOT + "." + row.name()).isAnnotatedWith(NullMarked.class));
  }

  @Test
  void importIsNotEmpty() {
    assertThat(MAIN).hasSizeGreaterThan(90);
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }
}
