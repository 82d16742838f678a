package dev.patchbay.documents.docx.opc;

import dev.patchbay.documents.jinja.run.OutputSize;
import dev.patchbay.documents.rich.Picture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What a rendering changes of a document. Not thread-safe; for one rendering. */
public final class Output {
  private final Archive archive;
  private final OutputSize size;
  private final ContentTypes types;
  private final Map<String, byte[]> changed = new LinkedHashMap<>();
  private final Map<String, Relations> relations = new LinkedHashMap<>();
  private final Map<String, String> pictures = new HashMap<>();
  private final AtomicInteger pictureIds = new AtomicInteger();

  public Output(Archive archive, OutputSize size) {
    this.archive = archive;
    this.size = size;
    this.types =
        new ContentTypes(
            XmlBytes.text(archive.read(ContentTypes.FILE).orElseThrow(Archive::damaged)));
  }

  public AtomicInteger pictureIds() {
    return pictureIds;
  }

  public OutputSize size() {
    return size;
  }

  public ContentTypes types() {
    return types;
  }

  /** A part as it is now. */
  public java.util.Optional<byte[]> read(String name) {
    return java.util.Optional.ofNullable(changed.get(name)).or(() -> archive.read(name));
  }

  public void put(String name, byte[] content) {
    changed.put(name, content);
  }

  public void put(String name, String xml) {
    put(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  public Relations relations(String part) {
    return relations.computeIfAbsent(
        part, each -> new Relations(archive.read(Relations.fileOf(each))));
  }

  /** Stores a part under a name that is free. */
  public String add(String folder, String base, String extension, byte[] content, String type) {
    int number = 1;
    String name;
    do {
      name = folder + base + number++ + "." + extension;
    } while (archive.has(name) || changed.containsKey(name));
    changed.put(name, content);
    types.add(name, type);
    return name;
  }

  /** Stores a picture, the same one only once. */
  public String add(Picture picture) {
    return pictures.computeIfAbsent(
        digest(picture.bytes()),
        _ ->
            add(
                "word/media/",
                "image",
                picture.kind().extension(),
                picture.bytes(),
                picture.kind().mediaType()));
  }

  private static String digest(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The file, in which all that is unchanged is copied packed. */
  public byte[] written() {
    relations.forEach(
        (part, each) -> each.changed().ifPresent(xml -> put(Relations.fileOf(part), xml)));
    types.changed().ifPresent(xml -> put(ContentTypes.FILE, xml));
    var writer = new ArchiveWriter();
    for (var entry : archive.entries()) {
      var fresh = changed.remove(entry.name());
      if (fresh == null) {
        writer.copy(archive, entry);
      } else {
        writer.add(entry.name(), fresh);
      }
    }
    changed.forEach(writer::add);
    return writer.finish();
  }
}
