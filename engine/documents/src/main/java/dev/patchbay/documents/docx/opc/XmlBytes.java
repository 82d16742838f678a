package dev.patchbay.documents.docx.opc;

import dev.patchbay.documents.jinja.value.Fault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** XML files as text. */
public final class XmlBytes {
  private XmlBytes() {}

  /** The text of an XML file that was checked; the declaration goes, as it is written in UTF-8. */
  public static String text(byte[] bytes) {
    var text = new String(bytes, charset(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The same, refused where it is no XML or has a DTD. */
  public static String checked(byte[] bytes) {
    var text =
        text(bytes)
            .replaceFirst("^(<\\?xml[^>]*?)\\sencoding=[\"'][^\"']*[\"']", "$1 encoding=\"UTF-8\"");
    if (!WellFormed.is(text)) {
      throw text.contains("<!DOCTYPE") ? dtd() : Archive.damaged();
    }
    return text;
  }

  private static Fault dtd() {
    return new Fault(
        "the file has a DTD, by which other files could be read",
        "Open it in Word and save it again, which leaves it out.");
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)) {
      return StandardCharsets.UTF_16;
    }
    return StandardCharsets.UTF_8;
  }
}
