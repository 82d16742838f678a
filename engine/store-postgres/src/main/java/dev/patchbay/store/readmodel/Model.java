package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.WriteMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a dataset is kept in.
 *
 * @param table its rows by generation and id
 * @param columns those with a meaning, {@code deleted} last; all others are kept as they come
 */
record Model(Dataset dataset, String table, List<ModelColumn> columns) {
  /** Setting of a target: which model it fills. */
  static final String SETTING = "model";

  /** Was a setting of targets; the hub numbers generations by itself. */
  private static final String GENERATION = "generation";

  private static final Map<Dataset, Model> ALL = all();

  private static Map<Dataset, Model> all() {
    var all = new EnumMap<Dataset, Model>(Dataset.class);
    for (var dataset : Dataset.values()) {
      var table =
          switch (dataset) {
            case REQUESTS -> "request_view";
            case COMMENTS -> "comment_view";
            case USERS -> "user_view";
          };
      all.put(dataset, new Model(dataset, table, columns(dataset)));
    }
    return all;
  }

  private static List<ModelColumn> columns(Dataset dataset) {
    var columns = new ArrayList<ModelColumn>();
    for (var field : dataset.fields()) {
      columns.add(new ModelColumn(field, 1 << columns.size()));
    }
    columns.add(new ModelColumn(Dataset.DELETED, 1 << columns.size()));
    return List.copyOf(columns);
  }

  static Model of(Dataset dataset) {
    return Optional.ofNullable(ALL.get(dataset)).orElseThrow();
  }

  /**
   * The model that a target fills.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Model of(Target target) {
    var dataset =
        Dataset.of(target.require(SETTING))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "target setting '" + SETTING + "' must be one of " + Dataset.names()));
    var generation = target.settings().getOrDefault(GENERATION, "");
    if (!generation.isBlank() && !generation.equals("1")) {
      throw new IllegalArgumentException(
          "target setting '"
              + GENERATION
              + "' must be left out: the hub numbers generations by itself");
    }
    return of(dataset);
  }

  String name() {
    return dataset.called();
  }

  /** Which target of its connector it is, whichever generation is read. */
  String identity() {
    return name() + "/1";
  }

  /** Whether counts are kept with its rows. */
  boolean isCounted() {
    return dataset == Dataset.REQUESTS;
  }

  static boolean isDeleted(ModelColumn column) {
    return column.field().equals(Dataset.DELETED);
  }

  Optional<ModelColumn> column(String id) {
    return columns.stream().filter(column -> column.id().equals(id)).findFirst();
  }

  /** For the mapping editor. */
  List<Description.Place> places() {
    return IntStream.range(0, columns.size())
        .mapToObj(
            i ->
                new Description.Place(
                    String.valueOf(i + 1), columns.get(i).field().header(), columns.get(i).id()))
        .toList();
  }

  /** Why rows of this layout cannot be written, if they cannot. */
  Optional<Cause> fault(Layout layout) {
    if (layout.mode() != WriteMode.UPSERT) {
      return Optional.of(
          new Cause("wrong-mode", "The read model holds each row once: set mode to UPSERT."));
    }
    return layout.columns().stream()
        .filter(column -> !column.id().equals(layout.keyColumn()))
        .flatMap(column -> wrongKind(column).stream())
        .findFirst();
  }

  private Optional<Cause> wrongKind(Column column) {
    return column(column.id())
        .filter(known -> known.kind() != column.kind())
        .map(
            known ->
                new Cause(
                    "wrong-column",
                    "Column '%s' of the read model must be of type %s, not %s%s."
                        .formatted(column.id(), known.kind(), column.kind(), known.hint())));
  }
}
