package dev.patchbay.server.imports;

import dev.patchbay.core.file.DiskRefusal;
import dev.patchbay.core.file.FileTree;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.http.ProblemKind;
import dev.patchbay.server.http.Problems;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A form with a file (RFC 7578), streamed to the disk. What it wrote there is taken away when it is
 * closed.
 *
 * @param name of the file as the caller says
 * @param json the part {@code import}, empty if there is none
 */
public record Upload(Path folder, Path file, String name, byte[] json) implements AutoCloseable {
  /** Name of the part that says what is to be done. */
  public static final String IMPORT = "import";

  private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
  private static final String FORM = "multipart/form-data";
  private static final String FILE = "file";
  private static final Set<String> PARTS = Set.of(FILE, IMPORT);
  private static final int IN_MEMORY = 64 << 10;
  private static final int MOST_PARTS = 10;
  private static final long LARGEST_JSON = 1 << 20;
  private static final int LONGEST_NAME = 150;

  /**
   * Reads a form.
   *
   * @param type media type with its boundary
   * @param directory to make a folder in
   */
  public static Upload read(InputStream body, @Nullable String type, Path directory) {
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      throw new ProblemException(
          Problems.of(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              "Send a form (multipart/form-data) with the parts 'file' and 'import'."));
    }
    Path folder = null;
    try {
      Files.createDirectories(directory);
      folder = Files.createTempDirectory(directory, "upload-");
      return parsed(body, type, folder);
    } catch (IOException | RuntimeException failure) {
      if (folder != null) {
        FileTree.delete(folder);
      }
      throw problem(failure);
    }
  }

  private static Upload parsed(InputStream body, String type, Path folder) throws IOException {
    var config =
        new MultiPartConfig.Builder()
            .location(folder)
            .maxParts(MOST_PARTS)
            .maxSize(-1) // the server's own limit of bodies comes first
            .maxPartSize(-1)
            .maxMemoryPartSize(IN_MEMORY)
            .useFilesForPartsWithoutFileName(true)
            .build();
    var source = Content.Source.from(body);
    try (var parts = MultiPartFormData.getParts(source, new Attributes.Mapped(), type, config)) {
      demandKnown(parts);
      var file = folder.resolve(FILE);
      var part = file(parts);
      part.writeTo(file);
      return new Upload(folder, file, name(part.getFileName()), json(parts));
    }
  }

  private static void demandKnown(MultiPartFormData.Parts parts) {
    for (var part : parts) {
      if (part.getName() == null || !PARTS.contains(part.getName())) {
        throw ProblemException.field("multipart", "has a part that is neither file nor import");
      }
    }
    for (var name : PARTS) {
      if (parts.getAll(name).size() > 1) {
        throw ProblemException.field("/" + name, "is there more than once; send one");
      }
    }
  }

  private static MultiPart.Part file(MultiPartFormData.Parts parts) {
    var part = parts.getFirst(FILE);
    if (part == null) {
      throw ProblemException.field("/file", "is missing: send the file as the part 'file'");
    }
    return part;
  }

  private static byte[] json(MultiPartFormData.Parts parts) throws IOException {
    var part = parts.getFirst(IMPORT);
    if (part == null) {
      return new byte[0];
    }
    if (part.getLength() > LARGEST_JSON) {
      throw ProblemException.field("/import", "has more than " + LARGEST_JSON + " bytes");
    }
    try (var content = Content.Source.asInputStream(part.getContentSource())) {
      return content.readAllBytes();
    }
  }

  /** Its last part only, for some browsers send a path. */
  private static String name(@Nullable String given) {
    var plain =
        given == null
            ? ""
            : given.replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
    var name = plain.isBlank() ? FILE : plain.strip();
    return end(name);
  }

  /** Its last characters, whole ones: there is its ending. */
  private static String end(String name) {
    int from = Math.max(0, name.length() - LONGEST_NAME);
    boolean halved = from > 0 && Character.isLowSurrogate(name.charAt(from));
    return name.substring(halved ? from + 1 : from);
  }

  private static RuntimeException problem(Exception failure) {
    return switch (failure) {
      case ProblemException known -> known;
      default ->
          DiskRefusal.in(failure)
              .map(disk -> refused(disk, failure))
              .or(() -> refused(failure))
              .orElseGet(() -> notKept(failure));
    };
  }

  private static RuntimeException refused(DiskRefusal disk, Exception failure) {
    LOG.warn("an upload cannot be kept: {}", failure.toString());
    return unavailable(
        "The disk of the server says '%s'. Make room there for temporary files, and send it again."
            .formatted(disk.words()));
  }

  private static RuntimeException unavailable(String detail) {
    return new ProblemException(Problems.of(ProblemKind.UNAVAILABLE, detail));
  }

  /** What the form is to blame for. */
  private static Optional<RuntimeException> refused(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof HttpException http && http.getCode() == 413) {
        return Optional.of(
            new ProblemException(
                Problems.of(ProblemKind.TOO_LARGE, "A file may have 100 MB; split it.")));
      }
      if (each instanceof HttpException
          || each instanceof EOFException
          || each instanceof IllegalArgumentException
          || each instanceof IllegalStateException) {
        return Optional.of(
            ProblemException.field(
                "multipart",
                "is no form with a file (multipart/form-data, RFC 7578) that is whole"));
      }
    }
    return Optional.empty();
  }

  private static RuntimeException notKept(Exception failure) {
    LOG.warn("an upload cannot be kept: {}", failure.toString());
    return unavailable("The file did not come whole, or cannot be kept; send it again later.");
  }

  /** What came. */
  public GivenFile given() {
    return new GivenFile(file, name);
  }

  @Override
  public void close() {
    FileTree.delete(folder);
  }
}
