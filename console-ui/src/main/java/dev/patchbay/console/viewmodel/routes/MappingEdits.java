package dev.patchbay.console.viewmodel.routes;

import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Pure changes of a mapping. */
public final class MappingEdits {
  private MappingEdits() {}

  /** The draft with one column changed. */
  static RouteDraft change(RouteDraft draft, String id, UnaryOperator<ColumnMapping> edit) {
    return draft.withColumns(
        draft.columns().stream()
            .map(column -> column.id().equals(id) ? edit.apply(column) : column)
            .toList());
  }

  /** The draft without one column. */
  static RouteDraft remove(RouteDraft draft, String id) {
    return draft.withColumns(
        draft.columns().stream().filter(column -> !column.id().equals(id)).toList());
  }

  /** The draft with a further column for a field. */
  static RouteDraft add(RouteDraft draft, String header, EventField field) {
    var columns = new ArrayList<>(draft.columns());
    columns.add(
        new ColumnMapping(
            freshId(header, draft),
            header,
            fitting(field),
            field.pointer(),
            null,
            List.of(),
            PiiPolicy.ALLOW));
    return draft.withColumns(columns);
  }

  private static String freshId(String header, RouteDraft draft) {
    Set<String> taken = draft.columns().stream().map(ColumnMapping::id).collect(Collectors.toSet());
    var slug = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var base = slug.replaceAll("^-|-$", "").isEmpty() ? "column" : slug.replaceAll("^-|-$", "");
    var id = base;
    for (int next = 2; taken.contains(id); next++) {
      id = base + "-" + next;
    }
    return id;
  }

  /** The cell type that suits a field. */
  static CellType fitting(EventField field) {
    return switch (field.type()) {
      case "integer" -> CellType.INTEGER;
      case "number" -> CellType.DECIMAL;
      case "boolean" -> CellType.BOOLEAN;
      case "date" -> CellType.DATE;
      case "date-time" -> CellType.DATE_TIME;
      case "uri" -> CellType.LINK;
      default -> CellType.TEXT;
    };
  }

  static ColumnMapping withType(ColumnMapping column, CellType type) {
    return new ColumnMapping(
        column.id(),
        column.header(),
        type,
        column.source(),
        column.expression(),
        column.transforms(),
        column.pii());
  }

  static ColumnMapping withPii(ColumnMapping column, PiiPolicy pii) {
    return new ColumnMapping(
        column.id(),
        column.header(),
        column.type(),
        column.source(),
        column.expression(),
        column.transforms(),
        pii);
  }

  static ColumnMapping withTransforms(ColumnMapping column, String written) {
    return new ColumnMapping(
        column.id(),
        column.header(),
        column.type(),
        column.source(),
        column.expression(),
        transforms(written),
        column.pii());
  }

  /** A pointer such as {@code /data/id}, or after {@code =} an expression. */
  static ColumnMapping withSource(ColumnMapping column, String written) {
    boolean expression = written.startsWith("=");
    return new ColumnMapping(
        column.id(),
        column.header(),
        column.type(),
        expression ? null : written.strip(),
        expression ? written.substring(1).strip() : null,
        column.transforms(),
        column.pii());
  }

  /** The column fed by another field, with the type that suits it. */
  static ColumnMapping retarget(ColumnMapping column, EventField field) {
    return withType(withSource(column, field.pointer()), fitting(field));
  }

  /** What {@link #withSource} reads. */
  public static String sourceText(ColumnMapping column) {
    var source = column.source();
    return source != null ? source : "= " + column.expression();
  }

  /** Splits at commas outside of brackets: {@code trim, map(a=b;c=d)}. */
  public static List<String> transforms(String written) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < written.length(); at++) {
      char sign = written.charAt(at);
      depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
      if (sign == ',' && depth == 0) {
        parts.add(written.substring(start, at).strip());
        start = at + 1;
      }
    }
    parts.add(written.substring(start).strip());
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  /** A header for a field: {@code /data/openedAt} becomes "Opened at". */
  public static String headerOf(String pointer) {
    var last = pointer.substring(pointer.lastIndexOf('/') + 1);
    var words =
        last.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty()
        ? "Column"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
