package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.console.viewmodel.Encodings;
import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.model.job.CsvDialect;
import dev.patchbay.model.job.ExportFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The dialect of a CSV file, in the form of a schedule; what is not shown of one that exists stays
 * as it is.
 */
public final class CsvFields {
  private static final List<String> SEPARATORS = List.of("", "comma", "semicolon", "tab", "bar");

  private final CsvDialect before;
  private final StringProperty separator;
  private final StringProperty encoding;
  private final ObjectProperty<Optional<Boolean>> bom;

  CsvFields(@Nullable CsvDialect given) {
    this.before = given == null ? CsvDialect.USUAL : given;
    this.separator = new SimpleStringProperty(Objects.requireNonNullElse(before.separator(), ""));
    this.encoding = new SimpleStringProperty(Objects.requireNonNullElse(before.encoding(), ""));
    this.bom = new SimpleObjectProperty<>(Optional.ofNullable(before.bom()));
  }

  /** What can stand between cells, empty for the usual, with the chosen one whatever it is. */
  public List<String> separators() {
    return Encodings.with(SEPARATORS, separator.get());
  }

  /** What stands between cells. */
  public StringProperty separator() {
    return separator;
  }

  /** Encodings to choose from, empty for the usual, with the chosen one whatever it is. */
  public List<String> encodings() {
    return Encodings.with(Encodings.OFFERED, encoding.get());
  }

  /** Encoding of the file. */
  public StringProperty encoding() {
    return encoding;
  }

  /** Whether the file begins with a byte order mark, empty for the usual. */
  public ObjectProperty<Optional<Boolean>> bom() {
    return bom;
  }

  /** Null where all is as usual. */
  @Nullable CsvDialect value(ExportFormat format) {
    var chosen =
        new CsvDialect(
            format == ExportFormat.TSV || separator.get().isEmpty() ? null : separator.get(),
            before.quotes(),
            Typed.orNull(encoding.get()),
            bom.get().orElse(null),
            before.lineEnd());
    return !format.isSeparated() || chosen.equals(CsvDialect.USUAL) ? null : chosen;
  }

  /** Whether there is or is not a mark, or it is as usual. */
  public static List<Optional<Boolean>> boms() {
    return Stream.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false)).toList();
  }
}
