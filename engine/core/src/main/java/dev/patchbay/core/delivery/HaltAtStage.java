package dev.patchbay.core.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Kills the process at named stages, without any clean-up, as {@code kill -9} would: for crash
 * tests. Armed by a file that holds the name of a stage (deleted before the process dies, so that
 * one file kills once), or by a probability for each stage. A file that holds {@code STAGE hold}
 * does not kill: it is renamed to {@code FILE.held}, and whoever reached the stage stays there
 * until that is deleted, time enough to freeze the process at this very place. Thread-safe.
 */
public final class HaltAtStage implements Stage.Hook {
  private static final int KILLED = 137;

  private final Trigger trigger;
  private final Runnable death;

  private HaltAtStage(Trigger trigger, Runnable death) {
    this.trigger = trigger;
    this.death = death;
  }

  /**
   * From text: {@code file=/path}, or {@code AFTER_INTENT=0.02,AFTER_SEND=0.1,seed=7}.
   *
   * @throws IllegalArgumentException naming the part that is malformed
   */
  public static HaltAtStage parse(String text) {
    return parse(text, () -> Runtime.getRuntime().halt(KILLED));
  }

  static HaltAtStage parse(String text, Runnable death) {
    return text.startsWith("file=")
        ? new HaltAtStage(new Armed(Path.of(text.substring("file=".length()))), death)
        : new HaltAtStage(Odds.parse(text), death);
  }

  @Override
  public void reached(Stage stage) {
    if (trigger.pulled(stage)) {
      death.run();
    }
  }

  /** Whether the process dies now. */
  private interface Trigger {
    boolean pulled(Stage stage);
  }

  private record Armed(Path file) implements Trigger {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    @Override
    public boolean pulled(Stage stage) {
      try {
        var order = Files.exists(file) ? Files.readString(file).strip() : "";
        if (order.equals(stage + " hold")) {
          hold();
        }
        return order.equals(stage.name()) && Files.deleteIfExists(file);
      } catch (NoSuchFileException takenByAnotherThread) {
        return false;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    private void hold() throws IOException {
      var held = file.resolveSibling(file.getFileName() + ".held");
      Files.move(file, held, StandardCopyOption.ATOMIC_MOVE);
      while (Files.exists(held)) {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
  }

  private record Odds(Map<Stage, Double> odds, RandomGenerator chance) implements Trigger {
    static Odds parse(String text) {
      var odds = new EnumMap<Stage, Double>(Stage.class);
      var seed = 0L;
      for (var part : text.split(",", -1)) {
        var sign = part.indexOf('=');
        if (sign < 0) {
          throw new IllegalArgumentException("expected STAGE=probability instead of " + part);
        }
        if (part.startsWith("seed=")) {
          seed = Long.parseLong(part.substring(sign + 1));
        } else {
          odds.put(
              Stage.valueOf(part.substring(0, sign)), Double.valueOf(part.substring(sign + 1)));
        }
      }
      return new Odds(odds, new SplittableRandom(seed));
    }

    @Override
    public synchronized boolean pulled(Stage stage) {
      return chance.nextDouble() < odds.getOrDefault(stage, 0.0);
    }
  }
}
