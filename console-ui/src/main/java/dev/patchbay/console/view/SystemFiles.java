package dev.patchbay.console.view;

import dev.patchbay.console.view.control.LocalFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.HostServices;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** By the system's own dialogs and programs. */
public record SystemFiles(HostServices host) implements LocalFiles {
  @Override
  public Optional<Path> save(Window owner, String name) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> open(Window owner) {
    return Optional.ofNullable(new FileChooser().showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public void show(Path file) {
    host.showDocument(file.toUri().toString());
  }
}
