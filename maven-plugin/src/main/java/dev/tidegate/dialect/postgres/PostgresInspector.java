package dev.tidegate.dialect.postgres;

import dev.tidegate.dialect.Inspector;
import dev.tidegate.dialect.Scope;
import dev.tidegate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Reads the catalogue of PostgreSQL 14 and later.
 *
 * <p>Outside a transaction it looks at one snapshot, read only. Inside a transaction of the caller
 * it sees what that sees. Members of extensions, the system's own and temporary objects are left
 * out; with a scope that names name spaces, so is what stands in none (casts, publications). Owners
 * and privileges are objects where the scope says so, and otherwise kept beside them.
 */
public final class PostgresInspector implements Inspector {

  @Override
  public Schema inspect(Connection connection, Scope scope) throws SQLException {
    var major = connection.getMetaData().getDatabaseMajorVersion();
    if (major < ServerVersion.OLDEST) {
      throw InspectionProblems.serverTooOld(major).exception();
    }
    var look = new Look(connection, new ServerVersion(major), scope);
    try (var settings = new InspectionSettings(connection)) {
      settings.apply();
      read(look);
    }
    return look.schema();
  }

  private static void read(Look look) throws SQLException {
    new NamespaceInspector(look).read();
    new ExtensionInspector(look).read();
    readTypes(look);
    readRelations(look);
    readConstraints(look);
    readTextSearch(look);
    readOperators(look);
    new RoutineInspector(look).read();
    new AggregateInspector(look).read();
    new RuleInspector(look).read();
    new TriggerInspector(look).read();
    readDefinitions(look);
    new CommentInspector(look).read();
    new SecurityLabelInspector(look).read();
    new PrivilegeInspector(look, new DefaultPrivilegeInspector(look).read()).read();
    new DependencyInspector(look).read();
    new CompletenessNet(look).cast();
  }

  private static void readDefinitions(Look look) throws SQLException {
    new LanguageInspector(look).read();
    new TransformInspector(look).read();
    new ForeignInspector(look).read();
    new StatisticsInspector(look).read();
    new PolicyInspector(look).read();
    new EventTriggerInspector(look).read();
    new PublicationInspector(look).read();
    new SubscriptionInspector(look).read();
  }

  private static void readTypes(Look look) throws SQLException {
    new CollationInspector(look).read();
    new EnumInspector(look).read();
    new DomainInspector(look).read();
    new CompositeTypeInspector(look).read();
    new BaseTypeInspector(look).read();
    new RangeTypeInspector(look).read();
  }

  private static void readTextSearch(Look look) throws SQLException {
    new TextSearchInspector(look).read();
    new TextSearchConfigurationInspector(look).read();
  }

  private static void readOperators(Look look) throws SQLException {
    new AccessMethodInspector(look).read();
    new OperatorInspector(look).read();
    new OperatorFamilyInspector(look).read();
    new CastInspector(look).read();
    new ConversionInspector(look).read();
  }

  private static void readRelations(Look look) throws SQLException {
    var parents = new InheritanceInspector(look).read();
    new TableInspector(look, parents).read();
    var identities = new SequenceInspector(look).read();
    new ColumnInspector(look, parents, identities).read();
    new DefaultInspector(look).read();
    new ViewInspector(look).read();
    new MaterializedViewInspector(look).read();
    new IndexInspector(look).read();
    new CheckInspector(look, parents).read();
  }

  private static void readConstraints(Look look) throws SQLException {
    new KeyInspector(look).read();
    new ExclusionInspector(look).read();
    new ForeignKeyInspector(look).read();
  }
}
