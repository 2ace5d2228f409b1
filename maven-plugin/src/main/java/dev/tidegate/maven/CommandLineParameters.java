package dev.tidegate.maven;

import java.io.File;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that were given with {@code -D}. Maven itself lets the pom win, so that {@code
 * -Dtidegate.dryRun} would change the database of a project whose pom says {@code
 * <dryRun>false</dryRun>}; whoever states something for one run means it for this run.
 */
final class CommandLineParameters {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{(tidegate\\.[A-Za-z.]+)\\}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");

  private final AbstractTidegateMojo mojo;
  private final MojoExecution execution;
  private final Properties given;
  private final PluginParameterExpressionEvaluator evaluator;

  CommandLineParameters(AbstractTidegateMojo mojo, MavenSession session, MojoExecution execution) {
    this.mojo = mojo;
    this.execution = execution;
    this.given = session.getUserProperties();
    this.evaluator = new PluginParameterExpressionEvaluator(session, execution);
  }

  /** Puts them in place of what the pom says; what is no value is remembered as bad. */
  void apply(Parameters parameters) {
    var configuration = execution.getMojoDescriptor().getMojoConfiguration();
    for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
      var expression =
          PROPERTY.matcher(
              configuration.getChild(parameter.getName()).getValue(/* otherwise= */ ""));
      if (expression.matches() && given.containsKey(expression.group(1))) {
        set(parameter.getName(), evaluated(expression.group()), parameters);
      }
    }
  }

  private String evaluated(String expression) {
    try {
      return String.valueOf(evaluator.evaluate(expression, String.class));
    } catch (ExpressionEvaluationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void set(String name, String text, Parameters parameters) {
    var field = field(name);
    var type = field.getType();
    if ((type == int.class || type == Integer.class) && !NUMBER.matcher(text.strip()).matches()) {
      parameters.refuse(name + "=" + text + " is not a whole number");
      return;
    }
    try {
      field.setAccessible(true);
      field.set(mojo, value(type, text));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object value(Class<?> type, String text) {
    if (type == boolean.class) {
      return Boolean.parseBoolean(text.strip());
    }
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(text.strip());
    }
    if (type == File.class) {
      return evaluator.alignToBaseDirectory(new File(text));
    }
    return type == List.class ? List.of(text.split(",")) : text;
  }

  private Field field(String name) {
    for (@Nullable Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
      try {
        return type.getDeclaredField(name);
      } catch (NoSuchFieldException above) {
        // one of the classes above has it
      }
    }
    throw new IllegalStateException("no field of parameter " + name);
  }
}
