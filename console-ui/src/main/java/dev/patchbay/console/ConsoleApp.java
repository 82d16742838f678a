package dev.patchbay.console;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.ConsoleWindow;
import dev.patchbay.console.view.Look;
import dev.patchbay.console.view.SystemFiles;
import dev.patchbay.console.viewmodel.VirtualTasks;
import dev.patchbay.console.viewmodel.session.ProfileStore;
import java.time.InstantSource;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application. Start it through {@link Main}. */
public final class ConsoleApp extends Application {
  private static final String TRIAL = "--trial";

  private @Nullable ConsoleWindow window;

  @Override
  public void start(Stage stage) {
    Look.loadFonts();
    var directory = ProfileStore.userDirectory(System.getenv(), System.getProperty("user.home"));
    var tasks = new VirtualTasks(Platform::runLater);
    var shown =
        new ConsoleWindow(
            new ProfileStore(directory),
            tasks,
            InstantSource.system(),
            look(),
            new SystemFiles(getHostServices()));
    window = shown;
    Arguments.of(getParameters().getRaw()).apply(shown);
    stage.setTitle(text("app.name"));
    stage.setMinWidth(1080);
    stage.setMinHeight(680);
    stage.setScene(shown.scene());
    stage.show();
    if (getParameters().getRaw().contains(TRIAL)) {
      new Trial().start();
    }
  }

  private static Look look() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
  }

  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
  }

  /**
   * Ends the console once it was painted: an installation is tried so, and its AOT cache trained.
   */
  private static final class Trial extends AnimationTimer {
    private static final int FRAMES = 3;
    private int frames;

    @Override
    public void handle(long now) {
      if (++frames == FRAMES) {
        stop();
        Platform.exit();
      }
    }
  }
}
