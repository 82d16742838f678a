package dev.patchbay.server.issuing.maker;

import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.spi.SettingFault;
import java.util.List;
import java.util.OptionalInt;

/** What is wrong with an order for documents of a template, before any is made. Thread-safe. */
public record TemplateFaults(TemplateStore templates) {
  /** What a fault names that the format is to blame for. */
  public static final String FORMAT = "format";

  private static final String TEMPLATE = "template";
  private static final String VERSION = "version";

  /**
   * All of it, by template, version or format.
   *
   * @param version the active one if empty
   */
  public List<SettingFault> of(String template, OptionalInt version, DocumentFormat format) {
    var active = templates.source(template, OptionalInt.empty());
    if (active.isEmpty()) {
      return List.of(new SettingFault(TEMPLATE, "there is no template of this name; upload it"));
    }
    if (active.get().kind() == TemplateKind.XLSX) {
      return List.of(
          new SettingFault(
              TEMPLATE,
              "is a workbook, of which no document is made; exports of the format XLSX fill it"));
    }
    if (!format.goesWith(active.get().kind())) {
      return List.of(new SettingFault(FORMAT, "must be PDF, as the template is HTML"));
    }
    return templates.source(template, version).isPresent()
        ? List.of()
        : List.of(new SettingFault(VERSION, "there is no such version"));
  }
}
