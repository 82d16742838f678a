package dev.patchbay.core.readmodel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a dataset, and in which order; equal ones by id.
 *
 * @param values what fields must be, any of each, anything if there are none; only fields that rows
 *     can be chosen by
 * @param from of {@link #span}, counts; null for all
 * @param to of {@link #span}, does not count; null for all
 * @param words that are looked for, in {@link Dataset#REQUESTS} only; null for none
 */
public record DatasetQuery(
    Dataset dataset,
    Map<String, List<String>> values,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Words words,
    Sort sort) {
  public DatasetQuery {
    values =
        values.entrySet().stream()
            .filter(field -> !field.getValue().isEmpty())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    if (words != null && dataset != Dataset.REQUESTS) {
      throw new IllegalArgumentException("words are looked for in requests only");
    }
  }

  /** Ids of the fields that rows can be chosen by. */
  public static List<String> choosing(Dataset dataset) {
    return dataset.fields().stream().filter(DatasetField::chooses).map(DatasetField::id).toList();
  }

  /** The same, and these words are looked for. */
  public DatasetQuery lookingFor(Words other) {
    return new DatasetQuery(dataset, values, from, to, other, sort);
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

  /** What it uses fields for; a value that is asked for is a {@code filter}. */
  public List<FieldUse> uses() {
    var uses = new ArrayList<FieldUse>();
    values.keySet().stream().sorted().forEach(field -> uses.add(new FieldUse("filter", field)));
    if (from != null) {
      uses.add(new FieldUse("from", span(dataset)));
    }
    if (to != null) {
      uses.add(new FieldUse("to", span(dataset)));
    }
    if (!sort.field().equals(Dataset.KEY)) {
      uses.add(new FieldUse("sort", sort.field()));
    }
    if (words != null) {
      uses.addAll(words.uses());
    }
    return uses;
  }

  private static Stream<String> times(Dataset dataset) {
    return dataset.fields().stream()
        .filter(field -> field.kind() == DatasetField.Kind.TIME)
        .map(DatasetField::id);
  }
}
