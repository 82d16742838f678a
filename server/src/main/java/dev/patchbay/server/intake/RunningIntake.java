package dev.patchbay.server.intake;

import dev.patchbay.core.intake.IntakeProgress;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.Intake;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One intake on this node, with what it has to say. Thread-safe. */
public final class RunningIntake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningIntake.class);

  private final PluginInstance instance;
  private final Intake intake;
  private final CountingSink sink;
  private final MovedCheckpoints checkpoints;
  private final IntakeProgress progress;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Not started yet.
   *
   * @param checkpoints the ones that the intake was given
   */
  public RunningIntake(
      PluginInstance instance,
      Intake intake,
      EventSink sink,
      MovedCheckpoints checkpoints,
      IntakeProgress progress) {
    this.instance = instance;
    this.intake = intake;
    this.sink = new CountingSink(sink);
    this.checkpoints = checkpoints;
    this.progress = progress;
  }

  PluginInstance instance() {
    return instance;
  }

  String name() {
    return instance.name();
  }

  /** Does nothing to one that was closed meanwhile. */
  void start() {
    if (!closed.get()) {
      intake.start(sink);
      LOG.info("intake {} reads", name());
    }
  }

  /** Writes down how it is and how far it came; what cannot be written now is written later. */
  void note() {
    var moved = checkpoints.take();
    try {
      progress.note(
          new IntakeProgress.Note(
              name(), checkpoints.node(), intake.health(), sink.stored(), moved));
    } catch (RuntimeException failure) {
      checkpoints.giveBack(moved);
      LOG.warn("intake {}: its state cannot be noted: {}", name(), failure.getMessage());
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      intake.close();
      note();
      progress.forget(name(), checkpoints.node());
    }
  }
}
