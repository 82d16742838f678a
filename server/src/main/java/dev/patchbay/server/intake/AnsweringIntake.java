package dev.patchbay.server.intake;

import dev.patchbay.core.result.ResultOutlet;
import dev.patchbay.spi.intake.EventSink;
import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeHealth;

/** An intake that tells core services at its broker what became of their events. */
public record AnsweringIntake(Intake intake, ResultOutlet results) implements Intake {
  @Override
  public void start(EventSink sink) {
    intake.start(sink);
    results.start();
  }

  @Override
  public IntakeHealth health() {
    return intake.health();
  }

  @Override
  public void close() {
    try (intake) {
      results.close();
    }
  }
}
