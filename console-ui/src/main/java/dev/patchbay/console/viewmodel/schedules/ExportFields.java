package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private String ending;
  private final StringProperty dataset = new SimpleStringProperty(DATASETS.getFirst());
  private final StringProperty fileName = new SimpleStringProperty("");
  private final StringProperty store = new SimpleStringProperty("");
  private final StringProperty path = new SimpleStringProperty("{date}/{schedule}.xlsx");
  private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.XLSX);
  private final ObjectProperty<Optional<Period>> period =
      new SimpleObjectProperty<>(Optional.empty());

  private final DocumentFields documents;
  private final WorkbookFields workbook;
  private final CsvFields csv;
  private final SheetFields sheet;

  /** Fields, with what can be chosen from. */
  ExportFields(ScheduleChoices choices, @Nullable ExportDraft before) {
    this.before = before;
    this.documents =
        new DocumentFields(choices.templates(), before == null ? null : before.document());
    this.workbook =
        new WorkbookFields(choices.templates(), before == null ? null : before.workbook());
    this.csv = new CsvFields(before == null ? null : before.csv());
    this.sheet = new SheetFields(choices.sheets(), before == null ? null : before.sheet());
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
    ending = usualEnding();
    format.subscribe(this::fitPath);
    documents.each().subscribe(this::fitPath);
  }

  /** A path that ends as files of the format usually do goes on doing so. */
  private void fitPath() {
    var usual = usualEnding();
    if (path.get().endsWith(ending)) {
      path.set(path.get().substring(0, path.get().length() - ending.length()) + usual);
    }
    ending = usual;
  }

  private String usualEnding() {
    boolean packed = format.get().isDocument() && documents.each().get() == Each.ROW;
    return "." + (packed ? "zip" : format.get().name().toLowerCase(Locale.ROOT));
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

  /** How the file is written. */
  public ObjectProperty<ExportFormat> format() {
    return format;
  }

  /** The documents that the rows become, where the format is one of documents. */
  public DocumentFields documents() {
    return documents;
  }

  /** The workbook that the rows are put into, where the format is XLSX. */
  public WorkbookFields workbook() {
    return workbook;
  }

  /** The dialect of the file, where the format is CSV or TSV. */
  public CsvFields csv() {
    return csv;
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
        format.get().isDocument() ? documents.value() : null,
        format.get() == ExportFormat.XLSX ? workbook.value() : null,
        csv.value(format.get()));
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
