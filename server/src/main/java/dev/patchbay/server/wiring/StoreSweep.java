package dev.patchbay.server.wiring;

import dev.patchbay.server.config.Configuration;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.StoreFailure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what uploads that broke off left in stores, unless the store's connector is held. */
record StoreSweep(Configuration configuration) implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreSweep.class);

  /** No upload takes that long. */
  private static final Duration AGE = Duration.ofDays(1);

  @Override
  public void run() {
    configuration.openStores().forEach(this::sweep);
  }

  private void sweep(String connector, FileStore store) {
    if (configuration.hold(connector).isPresent()) {
      return;
    }
    try {
      int taken = store.sweep(AGE);
      if (taken > 0) {
        LOG.info("store {}: {} unfinished files were taken away", connector, taken);
      }
    } catch (StoreFailure failure) {
      LOG.warn("store {} cannot be swept now: {}", connector, failure.getMessage());
    }
  }
}
