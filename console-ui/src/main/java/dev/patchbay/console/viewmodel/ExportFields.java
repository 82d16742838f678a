package dev.patchbay.console.viewmodel;

import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.model.plugin.SettingField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * An export in the form of a schedule; what is not shown of one that exists stays as it is, as long
 * as it is of the same dataset.
 */
public final class ExportFields {
  /** Datasets that can be exported. */
  public static final List<String> DATASETS = List.of("requests", "comments", "users");

  private final @Nullable ExportDraft before;
  private final StringProperty dataset = new SimpleStringProperty(DATASETS.getFirst());
  private final StringProperty fileName = new SimpleStringProperty("");
  private final StringProperty store = new SimpleStringProperty("");
  private final StringProperty path = new SimpleStringProperty("{date}/{schedule}.xlsx");
  private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.XLSX);
  private final ObjectProperty<Optional<Period>> period =
      new SimpleObjectProperty<>(Optional.empty());

  private final SheetFields sheet;

  /**
   * Fields.
   *
   * @param sheets what each connector to sheets wants to know of a tab
   */
  ExportFields(Map<String, List<SettingField>> sheets, @Nullable ExportDraft before) {
    this.before = before;
    this.sheet = new SheetFields(sheets, before == null ? null : before.sheet());
    sheet.connector().subscribe(this::fitSheet);
    if (before != null) {
      dataset.set(before.dataset());
      format.set(before.format());
      period.set(Optional.ofNullable(before.period()));
      fileName.set(before.name() == null ? "" : before.name());
      if (before.store() != null) {
        store.set(before.store().connector());
        path.set(before.store().path());
      }
    }
  }

  /** What is put into a sheet are the typed rows of a workbook. */
  private void fitSheet(String connector) {
    if (!connector.isEmpty()) {
      format.set(ExportFormat.XLSX);
    }
  }

  /** Name of what is exported. */
  public StringProperty dataset() {
    return dataset;
  }

  /** Formats to choose from: of documents only that which it has, as they need more than this. */
  public List<ExportFormat> formats() {
    return Stream.of(ExportFormat.values())
        .filter(one -> !one.isDocument() || (before != null && before.format() == one))
        .toList();
  }

  /** How the file is written. */
  public ObjectProperty<ExportFormat> format() {
    return format;
  }

  /** The tab that is kept as the dataset is. */
  public SheetFields sheet() {
    return sheet;
  }

  /** Which days are in it, empty for all. */
  public ObjectProperty<Optional<Period>> period() {
    return period;
  }

  /** Name of the file without its ending, may be empty. */
  public StringProperty fileName() {
    return fileName;
  }

  /** Connector that the file goes to, empty for none. */
  public StringProperty store() {
    return store;
  }

  /** Path of the file there. */
  public StringProperty path() {
    return path;
  }

  ExportDraft value() throws NotTypedException {
    var rows = before != null && before.dataset().equals(dataset.get()) ? before : null;
    return new ExportDraft(
        dataset.get(),
        rows == null ? null : rows.service(),
        format.get(),
        rows == null ? null : rows.filter(),
        rows == null ? null : rows.sort(),
        rows == null ? List.of() : rows.columns(),
        Typed.orNull(fileName.get()),
        before == null ? null : before.language(),
        place(),
        before == null ? null : before.mail(),
        sheet.value(),
        period.get().orElse(null),
        before == null ? null : before.zone(),
        before == null || !format.get().isDocument() ? null : before.document());
  }

  private @Nullable StorePlace place() {
    if (store.get().isEmpty()) {
      return null;
    }
    var overwrite =
        before == null || before.store() == null
            ? OverwritePolicy.REPLACE
            : before.store().overwrite();
    return new StorePlace(store.get(), path.get().strip(), overwrite);
  }
}
