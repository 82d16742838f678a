package dev.patchbay.pdf.office;

import dev.patchbay.pdf.PdfProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jodconverter.local.office.LocalOfficeUtils;

/**
 * Where LibreOffice is installed.
 *
 * @param path the folder that holds {@code program/soffice}
 */
public record OfficeFolder(Path path) {
  private static final String PROGRAM = "soffice";

  /**
   * The given one.
   *
   * @throws PdfProblem if there is no LibreOffice in it
   */
  public static OfficeFolder of(Path path) throws PdfProblem {
    if (!LocalOfficeUtils.getOfficeExecutable(path.toFile()).isFile()) {
      throw new PdfProblem(
          "there is no LibreOffice in "
              + path
              + ". --office takes the folder that holds program/soffice.");
    }
    var folder = new OfficeFolder(path);
    if (!folder.hasWriter()) {
      throw new PdfProblem(
          "the LibreOffice in " + path + " has no Writer. Install libreoffice-writer-nogui.");
    }
    return folder;
  }

  /** By the PATH of this process, else where its installers put it; one that has Writer. */
  public static Optional<OfficeFolder> found() {
    return found(Objects.requireNonNullElse(System.getenv("PATH"), ""));
  }

  static Optional<OfficeFolder> found(String searchPath) {
    return Stream.of(searchPath.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst()
        .map(OfficeFolder::around)
        .or(OfficeFolder::usual)
        .filter(OfficeFolder::hasWriter);
  }

  /** Linux packages its parts one by one; elsewhere all of it is installed. */
  private boolean hasWriter() {
    return !System.getProperty("os.name").equals("Linux")
        || Files.exists(path.resolve("program/libswlo.so"));
  }

  /** The command is mostly a symbolic link into the folder. */
  private static OfficeFolder around(Path command) {
    try {
      var program = Objects.requireNonNull(command.toRealPath().getParent());
      return new OfficeFolder(Objects.requireNonNull(program.getParent()));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Optional<OfficeFolder> usual() {
    return Optional.ofNullable(LocalOfficeUtils.getDefaultOfficeHome())
        .map(home -> new OfficeFolder(home.toPath()));
  }
}
