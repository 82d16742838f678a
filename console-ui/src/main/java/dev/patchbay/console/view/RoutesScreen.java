package dev.patchbay.console.view;

import dev.patchbay.console.viewmodel.Session;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

final class RoutesScreen implements Screen {
  private final VBox root = new VBox();

  RoutesScreen(Session session, ShellFrame frame) {}

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public List<Command> commands() {
    return List.of();
  }
}
