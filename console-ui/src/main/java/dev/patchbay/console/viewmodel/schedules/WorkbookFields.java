package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.model.job.WorkbookOrder;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateView;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The workbook that the rows of an export are put into, in the form of a schedule. */
public final class WorkbookFields extends TemplateFields {
  /** Where the hub tells what is wrong with the template. */
  public static final String TEMPLATE = "/export/workbook/template";

  /** Where it tells what is wrong with the version. */
  public static final String VERSION = "/export/workbook/version";

  /** Where it tells what is wrong with the place. */
  public static final String PLACE = "/export/workbook/place";

  private final StringProperty place = new SimpleStringProperty("");

  /**
   * Fields.
   *
   * @param templates those of the hub
   */
  WorkbookFields(List<TemplateView> templates, @Nullable WorkbookOrder before) {
    super(templates.stream().filter(view -> view.kind() == TemplateKind.XLSX).toList());
    if (before != null) {
      choose(before.template(), before.version());
      place.set(before.place() == null ? "" : before.place());
    }
  }

  /** Name of the table or range that takes the rows; empty where there is one only. */
  public StringProperty place() {
    return place;
  }

  /** Null where the rows have a workbook of their own. */
  @Nullable WorkbookOrder value() {
    return template().get().isEmpty()
        ? null
        : new WorkbookOrder(
            template().get(), version().get().orElse(null), Typed.orNull(place.get()));
  }
}
