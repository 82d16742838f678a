package dev.patchbay.server.wiring;

import dev.patchbay.core.access.UserStore;
import dev.patchbay.server.security.Authenticator;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down when keys were used, every half minute and at the end. */
final class KeyUse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyUse.class);
  private static final Duration PACE = Duration.ofSeconds(30);

  private final Authenticator authenticator;
  private final UserStore users;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private KeyUse(Authenticator authenticator, UserStore users) {
    this.authenticator = authenticator;
    this.users = users;
  }

  static KeyUse start(Authenticator authenticator, UserStore users) {
    var use = new KeyUse(authenticator, users);
    Thread.ofVirtual().name("key-use").start(use::run);
    return use;
  }

  @Override
  public void close() {
    stopped.countDown();
    note();
  }

  private void run() {
    try {
      while (!stopped.await(PACE.toSeconds(), TimeUnit.SECONDS)) {
        note();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void note() {
    try {
      authenticator.noteUse(users);
    } catch (RuntimeException failure) {
      LOG.warn("the use of keys cannot be noted now: {}", failure.getMessage());
    }
  }
}
