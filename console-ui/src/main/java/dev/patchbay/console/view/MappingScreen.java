package dev.patchbay.console.view;

import dev.patchbay.console.viewmodel.Session;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

final class MappingScreen implements Screen {
  private final VBox root = new VBox();

  MappingScreen(Session session, ShellFrame frame, String route) {}

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public List<Command> commands() {
    return List.of();
  }
}
