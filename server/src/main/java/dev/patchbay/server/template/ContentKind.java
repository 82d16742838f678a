package dev.patchbay.server.template;

import dev.patchbay.model.template.TemplateKind;
import java.nio.charset.StandardCharsets;

/** Tells what a template is written in by its content, whatever somebody calls it. */
public final class ContentKind {
  private static final int LOOKED_AT = 1024;
  private static final String PARTS_OF_WORKBOOKS = "xl/";

  private ContentKind() {}

  /**
   * HTML where the first character is that of an element or a tag, a workbook where an archive has
   * the parts of one; what is neither is no Word.
   */
  public static TemplateKind of(byte[] file) {
    var head =
        new String(file, 0, Math.min(LOOKED_AT, file.length), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .stripLeading();
    if (head.startsWith("<") || head.startsWith("{")) {
      return TemplateKind.HTML;
    }
    return ArchiveNames.of(file).stream().anyMatch(name -> name.startsWith(PARTS_OF_WORKBOOKS))
        ? TemplateKind.XLSX
        : TemplateKind.DOCX;
  }
}
