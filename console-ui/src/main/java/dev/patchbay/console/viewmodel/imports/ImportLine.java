package dev.patchbay.console.viewmodel.imports;

import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportPreview;
import dev.patchbay.model.imports.RequestField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A column of a file, and which field a person has it fill. Of the thread of the window. */
public final class ImportLine {
  private static final String ATTRIBUTES = "attributes.";
  private static final int LONGEST_ATTRIBUTE = 100;

  private final ImportPreview.Column column;
  private final List<RequestField> fields;
  private final StringProperty field = new SimpleStringProperty("");
  private final StringProperty pattern = new SimpleStringProperty("");
  private final StringProperty language = new SimpleStringProperty("");
  private final StringProperty zone = new SimpleStringProperty("");
  private ImportColumn base;

  ImportLine(ImportPreview.Column column, List<RequestField> fields) {
    this.column = column;
    this.fields = fields;
    this.base = ImportColumn.of("", column.header());
  }

  /** Fills nothing any more, or what the column of a profile fills. */
  void take(@Nullable ImportColumn chosen) {
    base = chosen == null ? ImportColumn.of("", column.header()) : chosen;
    field.set(base.field());
    pattern.set(orEmpty(base.pattern()));
    language.set(orEmpty(base.language()));
    zone.set(orEmpty(base.zone()));
  }

  /** The column as it stands in the file. */
  public ImportPreview.Column column() {
    return column;
  }

  /** What can be chosen: nothing, a field of requests, an attribute of the column's own name. */
  public List<String> choices() {
    var choices = new ArrayList<>(List.of(""));
    fields.stream().map(RequestField::name).forEach(choices::add);
    choices.add(attribute());
    if (!choices.contains(base.field())) {
      choices.add(base.field());
    }
    return choices;
  }

  private String attribute() {
    var name = column.header().strip();
    return ATTRIBUTES + name.substring(0, Math.min(name.length(), LONGEST_ATTRIBUTE));
  }

  /** The field, empty if the column is left out. */
  public StringProperty field() {
    return field;
  }

  /** How times are written, empty for ISO 8601. */
  public StringProperty pattern() {
    return pattern;
  }

  /** The language of decimal comma and names of months, empty for a point and English. */
  public StringProperty language() {
    return language;
  }

  /** The zone of times that name none, empty for the hub's. */
  public StringProperty zone() {
    return zone;
  }

  /** What the chosen field holds; empty if none is chosen. */
  public Optional<RequestField.Kind> kind() {
    var name = field.get();
    if (name.startsWith(ATTRIBUTES)) {
      return Optional.of(RequestField.Kind.TEXT);
    }
    return fields.stream()
        .filter(one -> one.name().equals(name))
        .map(RequestField::kind)
        .findFirst();
  }

  /** As an import or a profile has it; empty if the column is left out. */
  Optional<ImportColumn> chosen() {
    return field.get().isEmpty() ? Optional.empty() : Optional.of(of(kind()));
  }

  private ImportColumn of(Optional<RequestField.Kind> kind) {
    boolean time = kind.filter(RequestField.Kind.TIME::equals).isPresent();
    boolean number = kind.filter(RequestField.Kind.NUMBER::equals).isPresent();
    boolean same = field.get().equals(base.field());
    return new ImportColumn(
        field.get(),
        column.header(),
        null,
        same ? base.type() : null,
        time ? orNull(pattern.get()) : null,
        time || number || same ? orNull(language.get()) : null,
        time ? orNull(zone.get()) : null,
        !same || base.trim(),
        same ? base.values() : Map.of());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}
