package dev.patchbay.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word documents with little in them. */
final class TestDocument {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  private TestDocument() {}

  /** With this text in its only paragraph. */
  static byte[] of(String text) {
    return body(
        "<w:p><w:r><w:t>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</w:t></w:r></w:p>");
  }

  /** With this body. */
  static byte[] body(String xml) {
    return zip(document(xml));
  }

  /** With this file as its main part. */
  static byte[] zip(String main) {
    return zip(parts(main));
  }

  /** With this text in its only paragraph, and these parts besides or instead. */
  static byte[] with(String text, Map<String, String> more) {
    var parts = parts(document(paragraph(text)));
    parts.putAll(more);
    return zip(parts);
  }

  /** The relations of a part: one of this kind. */
  static String relation(String kind, String target, boolean external) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\""
        + RELATIONS
        + kind
        + "\" Target=\""
        + target
        + (external ? "\" TargetMode=\"External\"/>" : "\"/>")
        + "</Relationships>";
  }

  static String document(String body) {
    return "<w:document " + W + "><w:body>" + body + "</w:body></w:document>";
  }

  private static Map<String, String> parts(String main) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Target=\"word/document.xml\" Type=\""
            + RELATIONS
            + "officeDocument\"/></Relationships>");
    parts.put("word/document.xml", main);
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A paragraph of runs. */
  static String paragraph(String... runs) {
    var xml = new StringBuilder("<w:p>");
    for (var run : runs) {
      xml.append("<w:r><w:t>").append(run).append("</w:t></w:r>");
    }
    return xml.append("</w:p>").toString();
  }

  /** What comes of a template. */
  static Rendition render(byte[] docx, Map<String, ?> data) {
    return switch (DocumentTemplate.prepare(docx, TemplateLimits.USUAL)) {
      case Preparation.Refused(var problems) -> new Rendition.Failed(problems.getFirst());
      case Preparation.Ready(var template) -> template.render(data, RenderOptions.NONE);
    };
  }
}
