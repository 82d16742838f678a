package dev.patchbay.console.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A form of JSON and of a file, as <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 * has it.
 */
record Form(String mediaType, BodyPublisher body) {
  static Form of(String part, byte[] json, Path file) throws FileNotFoundException {
    var boundary = "patchbay-" + UUID.randomUUID();
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: application/json\r\n\r\n"
            .formatted(boundary, part);
    var middle =
        "\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, name(file));
    var body =
        BodyPublishers.concat(
            text(head),
            BodyPublishers.ofByteArray(json),
            text(middle),
            BodyPublishers.ofFile(file),
            text("\r\n--" + boundary + "--\r\n"));
    return new Form("multipart/form-data; boundary=" + boundary, body);
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, UTF_8);
  }

  /** What would end the name is escaped as browsers do. */
  private static String name(Path file) {
    return String.valueOf(file.getFileName())
        .replace("\"", "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }
}
