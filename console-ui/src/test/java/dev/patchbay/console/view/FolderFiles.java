package dev.patchbay.console.view;

import dev.patchbay.console.view.control.LocalFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Whatever is chosen or shown is in one folder. */
record FolderFiles(Path folder) implements LocalFiles {
  /** Name of the file that is chosen where one is to be opened. */
  static final String OPENED = "opened.csv";

  /** Name of the file that is chosen instead where it is there. */
  static final String TEMPLATE = "Letter.docx";

  private static final String SHOWN = "shown ";

  /** Where a copy of a file is once it was shown. */
  static Path shown(Path folder, String name) {
    return folder.resolve(SHOWN + name);
  }

  @Override
  public Optional<Path> save(Window owner, String name) {
    return Optional.of(folder.resolve(name));
  }

  @Override
  public Optional<Path> open(Window owner) {
    var template = folder.resolve(TEMPLATE);
    return Optional.of(Files.exists(template) ? template : folder.resolve(OPENED));
  }

  @Override
  public void show(Path file) {
    try {
      var whole = Files.copy(file, folder.resolve("to be shown"));
      Files.move(whole, shown(folder, file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
