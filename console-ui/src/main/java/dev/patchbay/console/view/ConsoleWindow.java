package dev.patchbay.console.view;

import dev.patchbay.console.view.control.LocalFiles;
import dev.patchbay.console.viewmodel.TaskRunner;
import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.ConnectModel;
import dev.patchbay.console.viewmodel.session.ProfileStore;
import dev.patchbay.console.viewmodel.session.Session;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The one window: the door, then the shell. */
public final class ConsoleWindow implements AutoCloseable {
  private final StackPane root = new StackPane();
  private final Scene scene;
  private final LocalFiles files;
  private final ConnectModel connect;
  private Place start = new Place.Deliveries(DeliveryQuery.ALL);
  private Look look;
  private @Nullable Shell shell;

  /** A window that shows the door. */
  public ConsoleWindow(
      ProfileStore store, TaskRunner tasks, InstantSource clock, Look look, LocalFiles files) {
    this.look = look;
    this.files = files;
    this.scene = new Scene(root, 1440, 900);
    this.connect = new ConnectModel(store, tasks, clock, this::enter);
    look.dress(scene);
    new Shortcuts(scene, () -> shell == null ? List.of() : shell.commands(), this::escape);
    show(new ConnectScreen(connect).root());
  }

  /** What the stage shows. */
  public Scene scene() {
    return scene;
  }

  /** The log-in form, for callers that bring address and key. */
  public ConnectModel connect() {
    return connect;
  }

  /** Where to go: at once, or after the log-in. */
  public void go(Place place) {
    if (shell == null) {
      start = place;
    } else {
      shell.go(place);
    }
  }

  /** Changes between light and dark. */
  public void switchLook() {
    look = look.other();
    look.dress(scene);
  }

  private void enter(Session session) {
    shell = new Shell(session, start, files, this::switchLook, this::leave);
    show(shell.root());
    session.follow();
  }

  private void leave() {
    close();
    show(new ConnectScreen(connect).root());
  }

  private void show(Parent content) {
    root.getChildren().setAll(content);
  }

  private void escape() {
    if (shell != null) {
      shell.escape();
    }
  }

  @Override
  public void close() {
    if (shell != null) {
      shell.close();
      shell = null;
    }
  }
}
