package dev.patchbay.console.viewmodel.routes;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of the sheet beside what is mapped to it.
 *
 * @param place where it stands, {@code C}; empty for a column the sheet does not have yet
 * @param header header in the sheet, or the one to be written
 * @param mapping what is mapped, null if nothing
 * @param renamedFrom header at the time of mapping, where people renamed it since
 * @param verdict what the sample rows say
 */
public record MappingLine(
    String place,
    String header,
    @Nullable ColumnMapping mapping,
    @Nullable String renamedFrom,
    Verdict verdict) {

  /**
   * How the sample rows fit.
   *
   * @param fitting rows whose value fits the type
   * @param failing rows whose value does not
   * @param firstError the first reason, null if all fit
   */
  public record Verdict(int fitting, int failing, @Nullable String firstError) {
    /** Nothing is known. */
    public static final Verdict NONE = new Verdict(0, 0, null);
  }

  /** The first value that does not fit, said with its column. */
  public Optional<String> fault() {
    return Optional.ofNullable(verdict.firstError())
        .map(error -> text("failure.field", header, error));
  }

  /** The sheet's real columns in order, then the mapping's further ones. */
  static List<MappingLine> of(
      TargetDescription sheet, RouteDraft draft, @Nullable Preview preview) {
    var lines = new ArrayList<MappingLine>();
    Set<String> placed = new HashSet<>();
    for (var column : sheet.columns()) {
      var mapping = mappingOf(column, draft, placed);
      mapping.ifPresent(found -> placed.add(found.id()));
      lines.add(line(column, mapping.orElse(null), preview));
    }
    for (var mapping : draft.columns()) {
      if (!placed.contains(mapping.id())) {
        lines.add(new MappingLine("", mapping.header(), mapping, null, verdict(mapping, preview)));
      }
    }
    return List.copyOf(lines);
  }

  private static Optional<ColumnMapping> mappingOf(
      TargetDescription.Column column, RouteDraft draft, Set<String> placed) {
    var anchored =
        draft.columns().stream().filter(one -> one.id().equals(column.mappedTo())).findFirst();
    return anchored.isPresent()
        ? anchored
        : draft.columns().stream()
            .filter(one -> !placed.contains(one.id()))
            .filter(one -> one.header().equalsIgnoreCase(column.header()))
            .findFirst();
  }

  private static MappingLine line(
      TargetDescription.Column column, @Nullable ColumnMapping mapping, @Nullable Preview preview) {
    if (mapping == null) {
      return new MappingLine(column.place(), column.header(), null, null, Verdict.NONE);
    }
    var renamed = column.header().equalsIgnoreCase(mapping.header()) ? null : mapping.header();
    return new MappingLine(
        column.place(), column.header(), mapping, renamed, verdict(mapping, preview));
  }

  private static Verdict verdict(ColumnMapping mapping, @Nullable Preview preview) {
    if (preview == null) {
      return Verdict.NONE;
    }
    var cells =
        preview.rows().stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.column().equals(mapping.id()))
            .toList();
    var errors = cells.stream().map(Preview.Cell::error).filter(Objects::nonNull).toList();
    return new Verdict(
        cells.size() - errors.size(), errors.size(), errors.isEmpty() ? null : errors.getFirst());
  }
}
