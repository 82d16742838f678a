package dev.patchbay.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word document with little in it, put together part by part. */
public final class TestDocument {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String prolog = "";

  /** Adds a paragraph in a font. */
  public TestDocument text(String text, String font) {
    body.append(
        "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\"/></w:rPr>".formatted(font, font));
    body.append("<w:t>").append(text).append("</w:t></w:r></w:p>");
    return this;
  }

  /** Adds a picture that lies elsewhere. */
  public TestDocument pictureFrom(String url) {
    relate("image", url, " TargetMode=\"External\"");
    return drawing("r:link");
  }

  /** Adds a picture that is a part of the document. */
  public TestDocument picture(String name, byte[] content) {
    parts.put("word/media/" + name, content);
    relate("image", "media/" + name, "");
    return drawing("r:embed");
  }

  /** Adds a relation of the main part, named {@code r1}, {@code r2} and so on. */
  public TestDocument relate(String type, String target, String more) {
    int number = relations.toString().split("<Relationship ", -1).length;
    relations.append(
        "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"%s/>"
            .formatted(number, RELATIONS, type, target, more));
    return this;
  }

  /** Adds any content. */
  public TestDocument body(String xml) {
    body.append(xml);
    return this;
  }

  /** Puts something before the root element of the main part. */
  public TestDocument prolog(String dtd) {
    prolog = dtd;
    return this;
  }

  /** Adds any part. */
  public TestDocument part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  private TestDocument drawing(String reference) {
    int number = relations.toString().split("<Relationship ", -1).length - 1;
    body.append(
        """
        <w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="%1$d" name="p"/>
        <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
        <pic:nvPicPr><pic:cNvPr id="%1$d" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip %2$s="r%1$d"/>
        </pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm>
        </pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
            .formatted(number, reference));
    return this;
  }

  /** Writes it. */
  public Path write(Path file) throws IOException {
    parts.put(
        "[Content_Types].xml",
        utf8(
            "<Types xmlns=\""
                + PACKAGE
                + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd"
                + ".openxmlformats-package.relationships+xml\"/><Default Extension=\"png\""
                + " ContentType=\"image/png\"/><Default Extension=\"svg\" ContentType=\"image/svg"
                + "+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd"
                + ".openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
    parts.put(
        "_rels/.rels",
        relations(
            "<Relationship Id=\"r1\" Target=\"word/document.xml\" Type=\""
                + RELATIONS
                + "/officeDocument\"/>"));
    parts.put("word/_rels/document.xml.rels", relations(relations.toString()));
    parts.put("word/document.xml", utf8(prolog + main()));
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }

  private String main() {
    return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        + (" xmlns:r=\"" + RELATIONS + "\" xmlns:wp=\"" + DRAWING + "wordprocessingDrawing\"")
        + (" xmlns:a=\"" + DRAWING + "main\" xmlns:pic=\"" + DRAWING + "picture\">")
        + ("<w:body>" + body + "</w:body></w:document>");
  }

  private static byte[] relations(String content) {
    return utf8(
        "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + content + "</Relationships>");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
