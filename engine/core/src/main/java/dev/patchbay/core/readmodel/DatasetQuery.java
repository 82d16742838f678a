package dev.patchbay.core.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a dataset, and in which order; equal ones by id.
 *
 * @param values what fields must be, any of each; only fields that rows can be chosen by
 * @param from of {@link #span}, counts; null for all
 * @param to of {@link #span}, does not count; null for all
 */
public record DatasetQuery(
    Dataset dataset,
    Map<String, List<String>> values,
    @Nullable Instant from,
    @Nullable Instant to,
    Sort sort) {
  public DatasetQuery {
    values = Map.copyOf(values);
  }

  /** What rows are sorted by: {@link Dataset#KEY}, or a time. */
  public record Sort(String field, boolean falling) {
    /** As a parameter has it, falling with a minus. */
    public String parameter() {
      return (falling ? "-" : "") + field;
    }
  }

  /** The time that {@code from} and {@code to} are about: the first that the dataset has. */
  public static String span(Dataset dataset) {
    return times(dataset).findFirst().orElseThrow();
  }

  /** All sorts that there are, the usual ones first. */
  public static List<Sort> sorts(Dataset dataset) {
    return Stream.concat(
            times(dataset).flatMap(time -> Stream.of(new Sort(time, true), new Sort(time, false))),
            Stream.of(new Sort(Dataset.KEY, false)))
        .toList();
  }

  /** The sort of a parameter. */
  public static Optional<Sort> sort(Dataset dataset, String parameter) {
    return sorts(dataset).stream().filter(it -> it.parameter().equals(parameter)).findFirst();
  }

  /** All parameters, for a sentence. */
  public static String sortParameters(Dataset dataset) {
    return sorts(dataset).stream().map(Sort::parameter).collect(Collectors.joining(", "));
  }

  /** Fields that the question looks at, by the parameter that does. */
  public Map<String, String> uses() {
    var uses = new TreeMap<String, String>();
    values.keySet().forEach(field -> uses.put(field, "filter"));
    if (from != null) {
      uses.put(span(dataset), "from");
    }
    if (to != null) {
      uses.put(span(dataset), "to");
    }
    if (!sort.field().equals(Dataset.KEY)) {
      uses.putIfAbsent(sort.field(), "sort");
    }
    return uses;
  }

  private static Stream<String> times(Dataset dataset) {
    return dataset.fields().stream()
        .filter(field -> field.kind() == DatasetField.Kind.TIME)
        .map(DatasetField::id);
  }
}
