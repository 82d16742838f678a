package dev.patchbay.core.result;

import dev.patchbay.core.delivery.queue.SteppedClock;
import java.time.Duration;

class FakeResultStoreTest extends ResultStoreContract {
  private final SteppedClock clock = new SteppedClock();
  private final FakeResultStore store = new FakeResultStore(clock, REDIS, KAFKA);

  @Override
  protected ResultStore store() {
    return store;
  }

  @Override
  protected void dies(String intake, String key) {
    store.add(intake, key);
  }

  @Override
  protected void pass(Duration time) {
    clock.advance(time);
  }
}
