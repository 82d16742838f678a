package dev.patchbay.server.issuing.maker;

import dev.patchbay.model.template.TemplateKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a document is stored as. */
public enum DocumentFormat {
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  PDF("application/pdf");

  private final String mediaType;

  DocumentFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Media type of the file. */
  public String mediaType() {
    return mediaType;
  }

  /** What names of such files end in, without the point. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether documents of such templates are stored like this. */
  public boolean goesWith(TemplateKind kind) {
    return switch (kind) {
      case DOCX -> true;
      case HTML -> this == PDF;
      case XLSX -> false;
    };
  }

  public static Optional<DocumentFormat> of(String text) {
    return Stream.of(values()).filter(it -> it.extension().equalsIgnoreCase(text)).findFirst();
  }
}
