package dev.patchbay.core.imports;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.imports.ImportColumn;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks whether columns make sense, whatever the file. */
public final class ColumnCheck {
  static final int MOST_COLUMNS = 200;

  private final List<FieldError> faults = new ArrayList<>();
  private final Set<String> fields = new HashSet<>();

  private ColumnCheck() {}

  /** Faults by JSON Pointer below {@code /columns}. */
  public static List<FieldError> faults(List<ImportColumn> columns) {
    var check = new ColumnCheck();
    if (columns.size() > MOST_COLUMNS) {
      check.add("/columns", "has more than " + MOST_COLUMNS + " columns");
      return check.faults;
    }
    for (int i = 0; i < columns.size(); i++) {
      check.column(columns.get(i), "/columns/" + i);
    }
    if (!check.fields.contains(DraftField.TITLE)) {
      check.add("/columns", "fills no title; a request needs one, so add a column for it");
    }
    return check.faults;
  }

  private void column(ImportColumn column, String at) {
    var field = DraftField.of(column.field(), column.type());
    if (field.isEmpty()) {
      add(at + "/field", "is no field of a request; there are " + names() + " and attributes.NAME");
    } else if (!fields.add(column.field())) {
      add(at + "/field", "is filled by another column too");
    }
    if ((column.header() == null) == (column.constant() == null)) {
      add(at + "/header", "give either a header or a constant");
    } else if (column.header() != null && column.header().isBlank()) {
      add(at + "/header", "must not be blank");
    }
    if (column.type() != null && !DraftField.isAttribute(column.field())) {
      add(at + "/type", "is for fields of attributes only; leave it out");
    }
    writing(column, at);
    if (field.isPresent()) {
      compiled(column, field.get(), at);
    }
  }

  private void writing(ImportColumn column, String at) {
    var tag = column.language();
    if (tag != null && !isLanguage(tag)) {
      add(at + "/language", "must be a language tag such as de-DE");
    }
    if (column.zone() != null && !isZone(column.zone())) {
      add(at + "/zone", "must be a time zone such as Europe/Berlin");
    }
    if (column.pattern() != null && column.pattern().isBlank()) {
      add(at + "/pattern", "must not be blank; leave it out for ISO 8601");
    }
  }

  private void compiled(ImportColumn column, DraftField field, String at) {
    if (column.zone() != null && !isZone(column.zone())) {
      return; // named already
    }
    try {
      var reader = new FieldReader(column, field);
      var constant = column.constant();
      if (constant != null
          && reader.read(new Given.Text(constant)) instanceof FieldValue.Unfit(var problem)) {
        add(at + "/constant", problem);
      }
    } catch (IllegalArgumentException unfit) {
      add(at + "/pattern", "must be a pattern of times such as dd.MM.yyyy HH:mm");
    }
  }

  private static boolean isLanguage(String tag) {
    var locale = Locale.forLanguageTag(tag);
    return locale.toLanguageTag().equalsIgnoreCase(tag) && !locale.getLanguage().isEmpty();
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone) != null;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static String names() {
    return String.join(", ", DraftField.all().stream().map(DraftField::path).toList());
  }

  private void add(String at, String message) {
    faults.add(new FieldError(at, message));
  }
}
