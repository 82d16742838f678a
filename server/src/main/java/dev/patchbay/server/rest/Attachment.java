package dev.patchbay.server.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition} of a file (RFC 6266): any name in UTF-8. */
public final class Attachment {
  private Attachment() {}

  public static String of(String name) {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename*=UTF-8''" + encoded;
  }
}
