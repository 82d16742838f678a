package dev.patchbay.server.document;

import dev.patchbay.model.template.TemplateKind;
import java.nio.charset.StandardCharsets;

/** Tells what a template is written in by how it begins, whatever somebody calls it. */
public final class ContentKind {
  private static final int LOOKED_AT = 1024;

  private ContentKind() {}

  /** HTML where the first character is that of an element or a tag; what is neither is no Word. */
  public static TemplateKind of(byte[] file) {
    var head =
        new String(file, 0, Math.min(LOOKED_AT, file.length), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .stripLeading();
    return head.startsWith("<") || head.startsWith("{") ? TemplateKind.HTML : TemplateKind.DOCX;
  }
}
