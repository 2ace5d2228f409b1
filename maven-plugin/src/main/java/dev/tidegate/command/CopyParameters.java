package dev.tidegate.command;

import dev.tidegate.copy.CopyOptions;
import dev.tidegate.copy.CopyOptions.BadValues;
import dev.tidegate.copy.CopyOptions.Mode;
import dev.tidegate.copy.CopyOptions.SchemaCreation;
import dev.tidegate.copy.CopyOptions.TimestampForm;
import dev.tidegate.copy.CopyOptions.Verification;
import dev.tidegate.problem.Problem;
import dev.tidegate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Understands the words of a {@link CopyRequest}, and reports all bad ones at once. */
final class CopyParameters {
  private final List<String> bad = new ArrayList<>();

  private CopyParameters() {}

  static CopyOptions of(CopyRequest request) {
    return new CopyParameters().options(request);
  }

  private CopyOptions options(CopyRequest request) {
    var options =
        new CopyOptions(
            request.tables(),
            request.exclude(),
            request.schemas(),
            word("mode", request.mode(), Mode.values()),
            request.confirm(),
            word("onBadValue", request.onBadValue(), BadValues.values()),
            timestamps(request.timestamps()),
            word("verify", request.verify(), Verification.values()),
            word("createSchema", request.createSchema(), SchemaCreation.values()),
            request.dryRun(),
            request.lockTimeout(),
            request.reportDirectory());
    if (!bad.isEmpty()) {
      throw Problem.of(ProblemCode.BAD_PARAMETERS, "parameters of goal copy are not understood")
          .withDetail(bad)
          .withState("nothing was changed")
          .exception();
    }
    return options;
  }

  private Map<String, TimestampForm> timestamps(List<String> words) {
    var forms = new LinkedHashMap<String, TimestampForm>();
    for (var word : words) {
      var equals = word.lastIndexOf('=');
      forms.put(
          equals < 0 ? "" : word.substring(0, equals).strip(),
          word("timestamps", word.substring(equals + 1), TimestampForm.values()));
    }
    return forms;
  }

  /** The constant of this name; the first, and a note, for a word that none has. */
  private <E extends Enum<E>> E word(String parameter, String word, E[] constants) {
    for (var constant : constants) {
      if (constant.name().equalsIgnoreCase(word.strip())) {
        return constant;
      }
    }
    bad.add(
        "%s is %s; it can be %s"
            .formatted(
                parameter,
                word,
                Arrays.stream(constants)
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
    return constants[0];
  }
}
