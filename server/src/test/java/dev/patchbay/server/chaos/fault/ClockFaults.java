package dev.patchbay.server.chaos.fault;

import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.service.Manner;
import dev.patchbay.server.demo.Pause;
import java.time.Duration;
import java.util.stream.Stream;

/** Wall clocks jump. */
final class ClockFaults {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration A_WHILE = Duration.ofSeconds(2);

  private ClockFaults() {}

  static Stream<NamedFault> all() {
    return Stream.of(
        apart(),
        back(),
        NamedFault.of("the clocks jump back an hour while the service fails", ClockFaults::failing)
            .withClockError(HOUR.plusMinutes(1)));
  }

  static NamedFault apart() {
    return NamedFault.of(
            "one node's clock jumps an hour ahead and the other's an hour back",
            rig -> {
              rig.one().shiftClock(HOUR);
              rig.other().shiftClock(HOUR.negated());
              Pause.of(A_WHILE);
            })
        .withClockError(HOUR.plusMinutes(1));
  }

  static NamedFault back() {
    return NamedFault.of("both clocks jump back to the right time", ClockFaults::right)
        .withClockError(HOUR.plusMinutes(1));
  }

  private static void right(ChaosRig rig) throws Exception {
    rig.one().shiftClock(Duration.ZERO);
    rig.other().shiftClock(Duration.ZERO);
    Pause.of(A_WHILE);
  }

  /** What waits for a moment on a clock must not wait an hour longer. */
  private static void failing(ChaosRig rig) throws Exception {
    rig.one().shiftClock(HOUR);
    rig.other().shiftClock(HOUR);
    Pause.of(A_WHILE);
    rig.service().will(Manner.FAIL, 24);
    rig.service().will(Manner.THROTTLE, 4);
    Pause.of(A_WHILE);
    right(rig);
    rig.service().behaveAgain();
  }
}
