package dev.patchbay.core.imports;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.imports.ImportColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds columns in the header of a file. */
public final class HeaderMatch {
  private static final String FILE = "/file";
  private static final int SHOWN = 1000;

  /** Paths by what is left of them without case and signs. */
  private static final Map<String, String> BY_PLAIN_NAME =
      DraftField.all().stream()
          .map(DraftField::path)
          .collect(Collectors.toMap(HeaderMatch::plain, path -> path));

  private final List<String> headers;
  private final List<FieldError> faults = new ArrayList<>();
  private final List<BoundColumn> bound = new ArrayList<>();

  /** What came of it. */
  public sealed interface Matched {
    /**
     * All were found.
     *
     * @param ignored headers that fill no field
     */
    record Bound(List<BoundColumn> columns, List<String> ignored) implements Matched {}

    /** Some were not, or it is not clear which is meant. */
    record Faulty(List<FieldError> faults) implements Matched {}
  }

  private HeaderMatch(List<String> headers) {
    this.headers = headers;
  }

  /** Takes headers for fields of the same name; case, blanks, dashes and underscores are equal. */
  public static Matched byName(List<String> headers) {
    var match = new HeaderMatch(headers);
    match.byName();
    return match.matched();
  }

  /** Finds the columns that somebody chose, and that {@link ColumnCheck} finds in order. */
  public static Matched of(List<String> headers, List<ImportColumn> columns) {
    var match = new HeaderMatch(headers);
    for (int i = 0; i < columns.size(); i++) {
      match.find(columns.get(i), "/columns/" + i + "/header");
    }
    return match.matched();
  }

  private void byName() {
    var fields = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < headers.size(); i++) {
      int index = i;
      field(headers.get(i))
          .ifPresent(field -> fields.computeIfAbsent(field, _ -> new ArrayList<>()).add(index));
    }
    fields.forEach(this::bind);
    if (!fields.containsKey(DraftField.TITLE)) {
      fault(
          FILE,
          "has no column with the header 'title', which every request needs; rename one, or give"
              + " columns. Its headers are "
              + all());
    }
  }

  private void bind(String field, List<Integer> places) {
    int first = places.getFirst();
    if (places.size() > 1) {
      fault(FILE, "has more than one column for " + field + ": " + named(places) + "; rename one");
    } else {
      bound.add(new BoundColumn(ImportColumn.of(field, headers.get(first)), first));
    }
  }

  /** The field of the same name, if there is one. */
  public static Optional<String> field(String header) {
    var stripped = header.strip();
    if (DraftField.isAttribute(stripped)) {
      return Optional.of(stripped);
    }
    return Optional.ofNullable(BY_PLAIN_NAME.get(plain(stripped)));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}_.\\-]", "");
  }

  private void find(ImportColumn column, String at) {
    if (column.header() == null) {
      bound.add(new BoundColumn(column, BoundColumn.NOWHERE));
      return;
    }
    UnaryOperator<String> same = header -> header.strip().toLowerCase(Locale.ROOT);
    var wanted = same.apply(column.header());
    var places = new ArrayList<Integer>();
    for (int i = 0; i < headers.size(); i++) {
      if (same.apply(headers.get(i)).equals(wanted)) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      fault(at, "'" + column.header() + "' is no header of the file. Its headers are " + all());
    } else if (places.size() > 1) {
      fault(at, "stands in the file more than once: " + named(places) + "; rename one there");
    } else {
      bound.add(new BoundColumn(column, places.getFirst()));
    }
  }

  private String named(List<Integer> places) {
    return String.join(
        " and ",
        places.stream()
            .map(i -> "'%s' in column %s".formatted(headers.get(i), BoundColumn.letters(i)))
            .toList());
  }

  private String all() {
    var all = String.join(", ", headers.stream().filter(each -> !each.isBlank()).toList());
    return Characters.whole(all.length() > SHOWN ? all.substring(0, SHOWN) + "…" : all);
  }

  private void fault(String at, String message) {
    faults.add(new FieldError(at, message));
  }

  private Matched matched() {
    return faults.isEmpty()
        ? new Matched.Bound(List.copyOf(bound), ignored())
        : new Matched.Faulty(List.copyOf(faults));
  }

  private List<String> ignored() {
    var used = bound.stream().map(BoundColumn::index).toList();
    var ignored = new ArrayList<String>();
    for (int i = 0; i < headers.size(); i++) {
      if (!used.contains(i) && !headers.get(i).isBlank()) {
        ignored.add(Characters.whole(headers.get(i)));
      }
    }
    return ignored;
  }
}
