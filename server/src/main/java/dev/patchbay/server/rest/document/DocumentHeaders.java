package dev.patchbay.server.rest.document;

import dev.patchbay.server.pdf.PdfAnswer;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a document beside it. */
final class DocumentHeaders {
  private static final int MOST = 20;

  private DocumentHeaders() {}

  /** How a document was made, and what of it is missing. */
  static ResponseBuilder about(ResponseBuilder answer, PdfAnswer.About about) {
    missingFonts(answer, about.missingFonts());
    return answer
        .header("Document-Converter", about.converter())
        .header("Document-Pages", about.pages())
        .header("Document-Left-Out", texts(about.leftOut()));
  }

  /** Fonts that the server does not have. */
  static ResponseBuilder missingFonts(ResponseBuilder answer, List<String> fonts) {
    return answer.header("Document-Missing-Fonts", texts(fonts));
  }

  /** Each percent-encoded as UTF-8, with commas between. */
  private static String texts(List<String> texts) {
    return texts.stream()
        .limit(MOST)
        .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining(","));
  }
}
