package dev.patchbay.server.rest.document;

import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.Attachment;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** In which form a template or a document is answered; always as a file to be saved. */
enum DocumentForm {
  DOCX(TemplateVersionsResource.DOCX),
  HTML(TemplateVersionsResource.HTML + "; charset=utf-8"),
  XLSX(TemplateVersionsResource.XLSX),
  PDF("application/pdf"),
  PNG("image/png");

  private final String mediaType;

  DocumentForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** That of files of a kind. */
  static DocumentForm of(TemplateKind kind) {
    return switch (kind) {
      case DOCX -> DOCX;
      case HTML -> HTML;
      case XLSX -> XLSX;
    };
  }

  /** As somebody asks for it. */
  static DocumentForm of(String as) {
    return switch (as) {
      case "docx" -> DOCX;
      case "html" -> HTML;
      case "pdf" -> PDF;
      case "png" -> PNG;
      default -> throw ProblemException.field("as", "must be docx, html, pdf or png");
    };
  }

  Response.ResponseBuilder answer(String stem, byte[] content) {
    var file = stem + "." + name().toLowerCase(Locale.ROOT);
    return Response.ok(content)
        .header("Content-Type", mediaType)
        .header("Content-Disposition", Attachment.of(file));
  }
}
