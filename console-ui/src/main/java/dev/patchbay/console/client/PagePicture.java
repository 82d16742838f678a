package dev.patchbay.console.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of a document.
 *
 * @param png the picture
 * @param pages how many the document has
 * @param converter what made it
 * @param missingFonts that the document asks for and the server does not have
 * @param leftOut what of the document is not on its pages
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PagePicture(
    byte[] png, int pages, String converter, List<String> missingFonts, List<String> leftOut) {
  public PagePicture {
    missingFonts = List.copyOf(missingFonts);
    leftOut = List.copyOf(leftOut);
  }

  static PagePicture of(HttpResponse<byte[]> answer) {
    var pages = answer.headers().firstValueAsLong("Document-Pages").orElse(1);
    return new PagePicture(
        answer.body(),
        Math.toIntExact(pages),
        answer.headers().firstValue("Document-Converter").orElse(""),
        said(answer, "Document-Missing-Fonts"),
        said(answer, "Document-Left-Out"));
  }

  /** Percent-encoded texts with commas between. */
  private static List<String> said(HttpResponse<?> answer, String header) {
    return Stream.of(answer.headers().firstValue(header).orElse("").split(",", -1))
        .filter(text -> !text.isEmpty())
        .map(text -> URLDecoder.decode(text, UTF_8))
        .toList();
  }
}
