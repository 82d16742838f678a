package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.view.deliveries.DeliveryTable;
import dev.patchbay.console.viewmodel.VirtualTasks;
import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.console.viewmodel.session.ProfileStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Drives the real window as a person would: click, type, wait until something is so, look. */
public final class Driver implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(15);

  private final FxRobot robot = new FxRobot();
  private final ExecutorService darkroom = Executors.newSingleThreadExecutor();
  private final ConsoleWindow window;
  private final Stage stage;

  private Driver(ConsoleWindow window, Stage stage) {
    this.window = window;
    this.stage = stage;
  }

  /** Opens the window at the door, nobody logged in. */
  public static Driver open(Path profiles, InstantSource clock) {
    try {
      var stage = FxToolkit.registerPrimaryStage();
      var window =
          call(
              () -> {
                Look.loadFonts();
                return new ConsoleWindow(
                    new ProfileStore(profiles),
                    new VirtualTasks(Platform::runLater),
                    clock,
                    Look.LIGHT,
                    new FolderFiles(profiles));
              });
      call(
          () -> {
            stage.setScene(window.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(800);
            stage.show();
            return stage;
          });
      return new Driver(window, stage);
    } catch (TimeoutException noToolkit) {
      throw new IllegalStateException(noToolkit);
    }
  }

  public void logIn(FakeHub hub, Profile.Environment environment) {
    call(
        () -> {
          window.connect().server().set(hub.uri().toString());
          window.connect().key().set(FakeHub.KEY);
          window.connect().name().set("City hub");
          window.connect().environment().set(environment);
          window.connect().connect();
          return true;
        });
    waitFor("the shell", () -> robot.lookup("#nav-deliveries").tryQuery().isPresent());
  }

  ConsoleWindow window() {
    return window;
  }

  FxRobot robot() {
    return robot;
  }

  Scene scene() {
    return window.scene();
  }

  /** Clicks what the selector finds. */
  Driver click(String selector) {
    waitFor(selector + " to click", () -> ready(selector));
    robot.clickOn(selector);
    return this;
  }

  /** Presses the button without the mouse, for what may lie outside the headless screen. */
  public Driver fire(String selector) {
    waitFor(selector + " to fire", () -> fired(selector));
    return this;
  }

  /** At the same moment, or news could redraw the button in between. */
  private boolean fired(String selector) {
    boolean ready = ready(selector);
    if (ready) {
      find(selector, ButtonBase.class).fire();
    }
    return ready;
  }

  /** Double-clicks the field of this name in the list of fields. */
  Driver doubleClick(String field) {
    robot.doubleClickOn(row(field));
    return this;
  }

  /** Drags the field of this name with the mouse and lets it go over what the selector finds. */
  Driver drag(String field, String onto) {
    robot.drag(row(field)).dropTo(robot.offset(find(onto, Node.class), Pos.CENTER_LEFT, 20, 0));
    return this;
  }

  private Node row(String field) {
    return robot
        .lookup(node -> node instanceof Label label && field.equals(label.getText()))
        .match(Driver::visible)
        .<Node>query();
  }

  /** Whether the control can be used now. */
  public boolean enabled(String selector) {
    return call(() -> ready(selector));
  }

  private boolean ready(String selector) {
    return robot
        .lookup(selector)
        .tryQuery()
        .map(node -> visible(node) && !node.isDisabled() && drawn(node))
        .orElse(false);
  }

  /** A control answers keys from its first frame on; no person is faster, a robot may be. */
  private static boolean drawn(Node node) {
    return !(node instanceof Control control) || control.getSkin() != null;
  }

  static boolean visible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** Puts a text into a field at once, as pasting does, and leaves the focus there. */
  public Driver fill(String selector, String text) {
    waitFor(selector + " to fill", () -> ready(selector));
    call(
        () -> {
          var field = find(selector, TextInputControl.class);
          field.requestFocus();
          field.selectAll();
          field.replaceSelection(text);
        });
    return this;
  }

  /** Chooses what is shown by these words. */
  Driver choose(String selector, String words) {
    waitFor(selector + " to choose from", () -> ready(selector));
    ComboBox<?> choice = find(selector, ComboBox.class);
    call(() -> choose(choice, words));
    return this;
  }

  private static <T> void choose(ComboBox<T> choice, String words) {
    assertThat(choice.getItems()).extracting(choice.getConverter()::toString).contains(words);
    choice.getItems().stream()
        .filter(one -> choice.getConverter().toString(one).equals(words))
        .findFirst()
        .ifPresent(choice::setValue);
  }

  /** Scrolls what holds it all the way down. */
  Driver scrollTo(String selector) {
    waitFor(selector + " to scroll to", () -> has(selector));
    call(
        () -> {
          for (Node at = find(selector, Node.class); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
              pane.setVvalue(pane.getVmax());
              return;
            }
          }
        });
    return this;
  }

  /** Types letter by letter into what has the focus. */
  Driver write(String text) {
    robot.write(text, 0);
    return this;
  }

  public Driver press(KeyCode... keys) {
    robot.push(keys);
    return this;
  }

  /** Whether something visible says this. */
  public boolean says(String words) {
    return count(words) > 0;
  }

  /** How many visible things say this. */
  public int count(String words) {
    return call(() -> robot.lookup(node -> saidBy(node, words)).queryAll().size());
  }

  private static boolean saidBy(Node node, String words) {
    return node instanceof Labeled labeled
        && visible(node)
        && labeled.getText() != null
        && labeled.getText().contains(words);
  }

  public Driver waitToSay(String words) {
    waitFor("“" + words + "” to appear", () -> says(words));
    return this;
  }

  /** Polls until it is so; fails with what was awaited. */
  public void waitFor(String what, BooleanSupplier state) {
    long deadline = System.nanoTime() + PATIENCE;
    while (!call(state::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        shoot("failed-waiting");
        throw new AssertionError("waited in vain for " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
  }

  /** What the selector finds, as this kind of node. */
  public <N extends Node> N find(String selector, Class<N> kind) {
    return kind.cast(robot.lookup(selector).<Node>query());
  }

  /** Key of the first delivery in the list, empty while there is none. */
  public String firstKey() {
    var rows = find("#deliveries", DeliveryTable.class).getItems();
    var first = rows.isEmpty() ? null : rows.getFirst().get();
    return first == null ? "" : first.key();
  }

  /** A picture of the scene at 1440×900, whatever the screen's size. */
  Driver shoot(String name) {
    var image = call(() -> picture(1440, 900));
    darkroom.execute(() -> write(image, Path.of("target", "screenshots", name + ".png")));
    return this;
  }

  private static void write(BufferedImage image, Path file) {
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private BufferedImage picture(int width, int height) {
    var root = (Region) scene().getRoot();
    double wideBefore = root.getWidth();
    double highBefore = root.getHeight();
    root.resize(width, height);
    for (int pass = 0; pass < 3; pass++) {
      root.applyCss();
      root.layout();
    }
    var shot = root.snapshot(null, null);
    int wide = (int) shot.getWidth();
    int high = (int) shot.getHeight();
    var pixels = new int[wide * high];
    shot.getPixelReader()
        .getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, wide, high, pixels, 0, wide);
    root.resize(wideBefore, highBefore);
    return image;
  }

  /** The same picture in both looks, NAME-light and NAME-dark; both must pass the audit. */
  public Driver shootBoth(String name) {
    shoot(name + "-light").passesTheAudit(name + " in light");
    switchLook();
    shoot(name + "-dark").passesTheAudit(name + " in dark");
    return switchLook();
  }

  private Driver switchLook() {
    return call(
        () -> {
          window.switchLook();
          return this;
        });
  }

  private void passesTheAudit(String screen) {
    assertThat(call(() -> Audit.of(scene().getRoot()))).as(screen).isEmpty();
  }

  /** Whether the selector finds something visible. */
  public boolean has(String selector) {
    return robot.lookup(selector).tryQuery().map(Driver::visible).orElse(false);
  }

  /** Runs on the user interface and waits until it is done. */
  static void call(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /** Runs on the user interface and waits for the answer. */
  static <T> T call(Supplier<T> work) {
    if (Platform.isFxApplicationThread()) {
      return work.get();
    }
    var answer = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(work.get());
          } catch (RuntimeException | AssertionError failed) {
            answer.completeExceptionally(failed);
          }
        });
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Closes the window; every picture is written then. */
  @Override
  public void close() {
    darkroom.close();
    robot.release(new KeyCode[0]);
    call(
        () -> {
          window.close();
          stage.hide();
          return true;
        });
  }
}
