package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A multipart/related upload (RFC 2387): metadata in JSON, then the content. */
record Multipart(JsonNode metadata, Media media) {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*(.+?)\\s*$");

  static Multipart parse(String contentType, Body body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw malformed();
    }
    // One byte is one character, so positions in the text are positions in the bytes.
    String text = new String(body.bytes(), StandardCharsets.ISO_8859_1);
    List<Media> parts = new ArrayList<>();
    String mark = "--" + boundary.group(1);
    int start = text.indexOf(mark);
    while (start >= 0 && !text.startsWith("--", start + mark.length())) {
      int next = text.indexOf("\n" + mark, start + mark.length());
      if (next < 0) {
        throw malformed();
      }
      parts.add(part(text, body, start + mark.length(), next));
      start = next + 1;
    }
    if (parts.size() != 2) {
      throw malformed();
    }
    return new Multipart(Json.read(parts.getFirst().body().bytes()), parts.get(1));
  }

  private static Media part(String text, Body body, int from, int to) {
    Matcher gap = Pattern.compile("\r?\n\r?\n").matcher(text).region(from, to);
    if (!gap.find()) {
      throw malformed();
    }
    int end = text.charAt(to - 1) == '\r' ? to - 1 : to;
    Matcher type = TYPE.matcher(text.substring(from, gap.start()));
    byte[] content = Arrays.copyOfRange(body.bytes(), gap.end(), Math.max(gap.end(), end));
    return Media.of(type.find() ? type.group(1) : "application/octet-stream", Body.of(content));
  }

  private static ApiError malformed() {
    return ApiError.drive(400, "badContent", "Malformed multipart body.", "");
  }
}
