package dev.patchbay.server.command;

import dev.patchbay.server.demo.Story;
import dev.patchbay.server.demo.live.LiveDemo;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says now and then how the demo is doing. */
final class Pulse implements AutoCloseable {
  private static final Duration PACE = Duration.ofSeconds(20);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Story story;
  private final LiveDemo demo;
  private final CountDownLatch stopped = new CountDownLatch(1);

  Pulse(Story story, LiveDemo demo) {
    this.story = story;
    this.demo = demo;
  }

  void start() {
    Thread.ofVirtual().name("pulse").start(this::run);
  }

  private void run() {
    try {
      while (!stopped.await(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
        demo.inWords()
            .ifPresent(
                words ->
                    story.say(
                        "%s  %s"
                            .formatted(LocalTime.now(ZoneId.systemDefault()).format(TIME), words)));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
