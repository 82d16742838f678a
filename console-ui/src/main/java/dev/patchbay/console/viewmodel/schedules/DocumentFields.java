package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.Typed;
import dev.patchbay.console.viewmodel.Typed.NotTypedException;
import dev.patchbay.model.job.DocumentOrder;
import dev.patchbay.model.job.DocumentOrder.Each;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateView;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The documents that the rows of an export become, in the form of a schedule. */
public final class DocumentFields extends TemplateFields {
  /** Where the hub tells what is wrong with the template. */
  public static final String TEMPLATE = "/export/document/template";

  /** Where it tells what is wrong with the version. */
  public static final String VERSION = "/export/document/version";

  private final ObjectProperty<Each> each = new SimpleObjectProperty<>(Each.ROW);

  /**
   * Fields.
   *
   * @param templates those of the hub
   */
  DocumentFields(List<TemplateView> templates, @Nullable DocumentOrder before) {
    super(templates.stream().filter(view -> view.kind() != TemplateKind.XLSX).toList());
    if (before != null) {
      each.set(before.each());
      choose(before.template(), before.version());
    }
  }

  /** What becomes a document. */
  public ObjectProperty<Each> each() {
    return each;
  }

  DocumentOrder value() throws NotTypedException {
    var name = Typed.required(TEMPLATE, text("schedule.template"), template().get());
    return new DocumentOrder(name, version().get().orElse(null), each.get());
  }
}
