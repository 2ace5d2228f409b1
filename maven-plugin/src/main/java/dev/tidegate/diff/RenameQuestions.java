package dev.tidegate.diff;

import dev.tidegate.schema.Column;
import dev.tidegate.schema.EnumType;
import dev.tidegate.schema.ObjectId;
import dev.tidegate.schema.ObjectKind;
import dev.tidegate.schema.Schema;
import dev.tidegate.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds drops and adds that look like one object under another name. Only a person knows, so each
 * is a question; unanswered, the plan drops the one and adds the other.
 *
 * <p>Compared is what has the same kind and stands in the same place. Where this makes more than
 * {@value #PAIRS} pairs, only what is made of exactly the same is compared.
 */
public final class RenameQuestions {
  private static final int PAIRS = 250_000;

  /** The share of its structure that two of a kind need to have in common. */
  private static final Map<ObjectKind, Double> ALIKE =
      Map.ofEntries(
          Map.entry(ObjectKind.NAMESPACE, 0.5),
          Map.entry(ObjectKind.TABLE, 0.5),
          Map.entry(ObjectKind.COLUMN, 1.0),
          Map.entry(ObjectKind.ENUM, 0.5),
          Map.entry(ObjectKind.DOMAIN, 0.5),
          Map.entry(ObjectKind.COMPOSITE_TYPE, 0.5),
          Map.entry(ObjectKind.RANGE_TYPE, 0.5),
          Map.entry(ObjectKind.VIEW, 0.6),
          Map.entry(ObjectKind.MATERIALIZED_VIEW, 0.6),
          Map.entry(ObjectKind.FUNCTION, 1.0),
          Map.entry(ObjectKind.PROCEDURE, 1.0),
          Map.entry(ObjectKind.AGGREGATE, 1.0),
          Map.entry(ObjectKind.SEQUENCE, 1.0));

  private final DiffRules rules;
  private final Pair<Looks> looks;
  private final Answers answers;

  private RenameQuestions(DiffRules rules, Pair<Schema> schemas) {
    this.rules = rules;
    this.looks = schemas.map(Looks::new);
    this.answers = new Answers(schemas.from());
  }

  /** The likely renames among these changes, the likeliest partner of each object only. */
  public static List<RenameQuestion> of(
      DiffRules rules, Pair<Schema> schemas, List<Change> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    var questions = new RenameQuestions(rules, schemas);
    var found = new ArrayList<RenameQuestion>();
    for (var group : questions.groups(changes).values()) {
      found.addAll(questions.best(questions.candidates(group)));
    }
    for (var change : changes) {
      if (change instanceof Change.Modify modify
          && modify.object().from() instanceof EnumType from
          && modify.object().to() instanceof EnumType to
          && rules.canRename(ObjectKind.ENUM_LABEL)) {
        found.addAll(questions.labels(new Pair<>(from, to)));
      }
    }
    found.sort(Comparator.comparing(question -> question.rename().id()));
    return List.copyOf(found);
  }

  private record Place(ObjectKind kind, List<String> container) {}

  private record Group(List<SchemaObject> gone, List<SchemaObject> fresh) {
    Group() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /** Drops and adds of one kind in one place. */
  private SortedMap<Place, Group> groups(List<Change> changes) {
    var groups =
        new TreeMap<Place, Group>(
            Comparator.comparing(Place::kind).thenComparing(it -> it.container().toString()));
    for (var change : changes) {
      if (change instanceof Change.Drop drop && isAsked(drop.object())) {
        group(groups, drop.object()).gone().add(drop.object());
      } else if (change instanceof Change.Add add && isAsked(add.object())) {
        group(groups, add.object()).fresh().add(add.object());
      }
    }
    return groups;
  }

  private static Group group(Map<Place, Group> groups, SchemaObject object) {
    var place = new Place(object.id().kind(), Rename.container(object.id()));
    return groups.computeIfAbsent(place, key -> new Group());
  }

  /** A column that comes from a parent gets its name there. */
  private boolean isAsked(SchemaObject object) {
    var kind = object.id().kind();
    var inherited = object instanceof Column column && column.inherited();
    return ALIKE.containsKey(kind) && rules.canRename(kind) && !inherited;
  }

  private List<Candidate> candidates(Group group) {
    var fresh = new ArrayList<Looked>();
    group.fresh().forEach(it -> fresh.add(new Looked(it.id(), looks.to().of(it))));
    var many = (long) group.gone().size() * group.fresh().size() > PAIRS;
    var same = new HashMap<Set<String>, List<Looked>>();
    if (many) {
      fresh.forEach(
          it -> same.computeIfAbsent(it.look().structure(), key -> new ArrayList<>()).add(it));
    }
    var candidates = new ArrayList<Candidate>();
    for (var object : group.gone()) {
      var gone = new Looked(object.id(), looks.from().of(object));
      var partners = many ? same.getOrDefault(gone.look().structure(), List.of()) : fresh;
      for (var partner : partners) {
        if (gone.look().structureLike(partner.look())
            >= ALIKE.getOrDefault(gone.id().kind(), 1.0)) {
          candidates.add(new Candidate(gone, partner));
        }
      }
    }
    return candidates;
  }

  private List<RenameQuestion> best(List<Candidate> candidates) {
    candidates.sort(Candidate.LIKELIEST_FIRST);
    var taken = new HashSet<ObjectId>();
    var found = new ArrayList<RenameQuestion>();
    for (var candidate : candidates) {
      var gone = candidate.gone().id();
      var fresh = candidate.fresh().id();
      if (!taken.contains(gone) && !taken.contains(fresh)) {
        taken.add(gone);
        taken.add(fresh);
        found.add(question(new Rename(gone, Rename.ownName(fresh)), why(candidate)));
      }
    }
    return found;
  }

  private RenameQuestion question(Rename rename, String why) {
    return new RenameQuestion(rename, why, answers.to(rename));
  }

  private static String why(Candidate candidate) {
    var look = candidate.gone().look();
    var common = look.common(candidate.fresh().look());
    var all = Math.max(look.structure().size(), candidate.fresh().look().structure().size());
    var shares = common + " of " + all + " ";
    return switch (candidate.gone().id().kind()) {
      case NAMESPACE -> shares + "objects are the same";
      case TABLE -> shares + "columns are the same";
      case ENUM -> shares + "labels are the same";
      case COMPOSITE_TYPE -> shares + "attributes are the same";
      case COLUMN -> "the same type in the same table";
      case FUNCTION, PROCEDURE, AGGREGATE -> "the same signature and body";
      case VIEW, MATERIALIZED_VIEW -> common == all ? "the same query" : "a query much like it";
      default -> common == all ? "the same definition" : "a definition much like it";
    };
  }

  /** Labels that come between the same two labels that stay. */
  private List<RenameQuestion> labels(Pair<EnumType> type) {
    var gone = labelsByPlace(type.from(), type.to());
    var fresh = labelsByPlace(type.to(), type.from());
    var found = new ArrayList<RenameQuestion>();
    gone.forEach(
        (place, labels) -> {
          var partners = fresh.getOrDefault(place, List.of());
          for (var i = 0; i < Math.min(labels.size(), partners.size()); i++) {
            var rename =
                new Rename(RenameSubjects.label(type.from(), labels.get(i)), partners.get(i));
            found.add(question(rename, "the same place among the labels"));
          }
        });
    return found;
  }

  /** The labels that the other type lacks, by the number of common labels before them. */
  private static SortedMap<Integer, List<String>> labelsByPlace(EnumType type, EnumType other) {
    var found = new TreeMap<Integer, List<String>>();
    var common = 0;
    for (var label : type.labels()) {
      if (other.labels().contains(label)) {
        common++;
      } else {
        found.computeIfAbsent(common, key -> new ArrayList<>()).add(label);
      }
    }
    return found;
  }

  private record Looked(ObjectId id, Look look) {}

  private record Candidate(Looked gone, Looked fresh, double likeness, double names) {
    private static final Comparator<Candidate> LIKELIEST_FIRST =
        Comparator.comparingDouble((Candidate candidate) -> -candidate.likeness())
            .thenComparingDouble(candidate -> -candidate.names())
            .thenComparing(candidate -> candidate.gone().id())
            .thenComparing(candidate -> candidate.fresh().id());

    Candidate(Looked gone, Looked fresh) {
      this(
          gone,
          fresh,
          gone.look().like(fresh.look()),
          Look.names(Rename.ownName(gone.id()), Rename.ownName(fresh.id())));
    }
  }
}
