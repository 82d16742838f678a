package dev.patchbay.console.view;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.viewmodel.Profile;
import dev.patchbay.console.viewmodel.ProfileStore;
import dev.patchbay.console.viewmodel.VirtualTasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Drives the real window as a person would: click, type, wait until something is so, look. */
final class Driver implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private final FxRobot robot = new FxRobot();
  private final ConsoleWindow window;
  private final Stage stage;

  private Driver(ConsoleWindow window, Stage stage) {
    this.window = window;
    this.stage = stage;
  }

  /** Opens the window at the door, nobody logged in. */
  static Driver open(Path profiles, InstantSource clock) {
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
                    Look.LIGHT);
              });
      call(
          () -> {
            stage.setScene(window.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1000);
            stage.setHeight(1000);
            stage.show();
            return stage;
          });
      return new Driver(window, stage);
    } catch (TimeoutException noToolkit) {
      throw new IllegalStateException(noToolkit);
    }
  }

  /** Opens the window and logs in to the hub. */
  static Driver openAt(FakeHub hub, Path profiles, InstantSource clock) {
    var driver = open(profiles, clock);
    driver.logIn(hub, Profile.Environment.STAGING);
    return driver;
  }

  void logIn(FakeHub hub, Profile.Environment environment) {
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
  Driver fire(String selector) {
    waitFor(selector + " to fire", () -> ready(selector));
    call(
        () -> {
          robot.lookup(selector).<javafx.scene.control.ButtonBase>query().fire();
          return true;
        });
    return this;
  }

  private boolean ready(String selector) {
    return robot
        .lookup(selector)
        .tryQuery()
        .map(node -> visible(node) && !node.isDisabled())
        .orElse(false);
  }

  static boolean visible(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  Driver write(String text) {
    robot.write(text, 0);
    return this;
  }

  Driver press(KeyCode... keys) {
    robot.push(keys);
    return this;
  }

  /** Whether something visible says this. */
  boolean says(String words) {
    return call(
        () ->
            robot
                .lookup(
                    node ->
                        node instanceof Labeled labeled
                            && visible(node)
                            && labeled.getText() != null
                            && labeled.getText().contains(words))
                .tryQuery()
                .isPresent());
  }

  Driver waitToSay(String words) {
    waitFor("“" + words + "” to appear", () -> says(words));
    return this;
  }

  /** Polls until it is so; fails with what was awaited. */
  void waitFor(String what, BooleanSupplier state) {
    long deadline = System.nanoTime() + PATIENCE;
    while (!call(state::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        shoot("failed-waiting");
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.onSpinWait();
    }
  }

  /** What the selector finds, as this kind of node. */
  <N extends Node> N find(String selector, Class<N> kind) {
    return kind.cast(robot.lookup(selector).<Node>query());
  }

  /** A picture of the scene at 1440×900, whatever the screen's size. */
  Driver shoot(String name) {
    var image = call(() -> picture(1440, 900));
    var file = Path.of("target", "screenshots", name + ".png");
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return this;
  }

  private BufferedImage picture(int width, int height) {
    var root = (Region) scene().getRoot();
    double w = stage.getWidth();
    double h = stage.getHeight();
    stage.setWidth(width);
    stage.setHeight(height);
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
    stage.setWidth(w);
    stage.setHeight(h);
    return image;
  }

  /** The same picture in both looks: NAME-light and NAME-dark. */
  Driver shootBoth(String name) {
    shoot(name + "-light");
    call(
        () -> {
          window.switchLook();
          return true;
        });
    shoot(name + "-dark");
    call(
        () -> {
          window.switchLook();
          return true;
        });
    return this;
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

  @Override
  public void close() {
    robot.release(new KeyCode[0]);
    call(
        () -> {
          window.close();
          stage.hide();
          return true;
        });
  }
}
