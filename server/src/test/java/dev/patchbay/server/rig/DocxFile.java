package dev.patchbay.server.rig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small Word documents. */
public final class DocxFile {
  private static final String FORMATS = "http://schemas.openxmlformats.org/";
  private static final String RELATIONS = FORMATS + "officeDocument/2006/relationships/";

  private DocxFile() {}

  /** With these paragraphs. */
  public static byte[] of(String... paragraphs) {
    return inFont("Arimo", paragraphs);
  }

  /** With these paragraphs, all in one font. */
  public static byte[] inFont(String font, String... paragraphs) {
    return with(Map.of(), font, paragraphs);
  }

  /** With these paragraphs, and a relation that leads out of it. */
  public static byte[] reachingOut(String kind, String target, String... paragraphs) {
    return with(
        Map.of("word/_rels/document.xml.rels", relation(kind, target, true)), "Arimo", paragraphs);
  }

  private static byte[] with(Map<String, String> more, String font, String... paragraphs) {
    var parts = new TreeMap<>(more);
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"%spackage/2006/content-types\">".formatted(FORMATS)
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
            + "relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\""
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + "</Types>");
    parts.put("_rels/.rels", relation("officeDocument", "word/document.xml", false));
    parts.put("word/document.xml", document(font, paragraphs));
    return zip(parts);
  }

  private static String relation(String kind, String target, boolean external) {
    return "<Relationships xmlns=\"%spackage/2006/relationships\">".formatted(FORMATS)
        + "<Relationship Id=\"rId1\" Type=\"%s%s\" Target=\"%s\"%s/></Relationships>"
            .formatted(RELATIONS, kind, target, external ? " TargetMode=\"External\"" : "");
  }

  private static String document(String font, String... paragraphs) {
    var body = new StringBuilder();
    for (var text : paragraphs) {
      body.append("<w:p><w:r><w:rPr><w:rFonts w:ascii=\"").append(font);
      body.append("\" w:hAnsi=\"").append(font).append("\"/></w:rPr><w:t>");
      body.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</w:t></w:r></w:p>");
    }
    return "<w:document xmlns:w=\"%swordprocessingml/2006/main\"><w:body>%s</w:body></w:document>"
        .formatted(FORMATS, body);
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
}
