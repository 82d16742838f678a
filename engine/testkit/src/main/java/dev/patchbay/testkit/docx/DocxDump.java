package dev.patchbay.testkit.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Element;

/**
 * Prints the text of a DOCX file in a fixed form, line by line as the shared data's {@code
 * dump_docx.py} does: document, headers, footers, notes, comments, core properties, media.
 */
public final class DocxDump {
  private static final List<String> PROPERTIES =
      List.of("title", "subject", "creator", "description", "identifier", "language");
  private static final String MEDIA = "== media (sha1, size)";

  private final Map<String, byte[]> parts;
  private final boolean runs;
  private final List<String> out = new ArrayList<>();

  private DocxDump(Map<String, byte[]> parts, boolean runs) {
    this.parts = parts;
    this.runs = runs;
  }

  /** The text, and the media as the last section. */
  public static String text(byte[] docx) {
    return new DocxDump(unzipped(docx), false).all();
  }

  /** Every paragraph with its runs and their formatting. */
  public static String runs(byte[] docx) {
    return new DocxDump(unzipped(docx), true).all();
  }

  private static Map<String, byte[]> unzipped(byte[] docx) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      var parts = new TreeMap<String, byte[]>();
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
      return parts;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String all() {
    part("word/document.xml");
    numbered("header");
    numbered("footer");
    List.of("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml").stream()
        .filter(parts::containsKey)
        .forEach(this::part);
    if (!runs) {
      properties();
      media();
    }
    return String.join("\n", out) + "\n";
  }

  private void numbered(String kind) {
    parts.keySet().stream()
        .filter(name -> name.matches("word/" + kind + "\\d*\\.xml"))
        .forEach(this::part);
  }

  private byte[] bytes(String name) {
    var bytes = parts.get(name);
    if (bytes == null) {
      throw new AssertionError("the document has no part " + name);
    }
    return bytes;
  }

  private void part(String name) {
    out.add("== " + name);
    var root = Dom.root(bytes(name));
    var body = Dom.children(root, "body");
    new PartDump(out, runs, targets(name)).walk(body.isEmpty() ? root : body.getFirst(), 0);
  }

  private Map<String, String> targets(String name) {
    var targets = new HashMap<String, String>();
    var file = parts.get(name.replace("word/", "word/_rels/") + ".rels");
    if (file != null) {
      Dom.elements(Dom.root(file))
          .forEach(each -> targets.put(each.getAttribute("Id"), each.getAttribute("Target")));
    }
    return targets;
  }

  private void properties() {
    var file = parts.get("docProps/core.xml");
    if (file == null) {
      return;
    }
    out.add("== docProps/core.xml");
    for (Element each : Dom.elements(Dom.root(file))) {
      if (PROPERTIES.contains(each.getLocalName()) && !each.getTextContent().isBlank()) {
        out.add(each.getLocalName() + ": " + Dom.escaped(each.getTextContent()));
      }
    }
  }

  private void media() {
    var media = new TreeSet<String>();
    parts.forEach(
        (name, bytes) -> {
          if (name.matches("word/(media|embeddings)/.+")) {
            media.add(sha1(bytes).substring(0, 12) + " " + bytes.length);
          }
        });
    if (!media.isEmpty()) {
      out.add(MEDIA);
      out.addAll(media);
    }
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
