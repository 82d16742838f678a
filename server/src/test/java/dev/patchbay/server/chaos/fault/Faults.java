package dev.patchbay.server.chaos.fault;

import dev.patchbay.core.delivery.Stage;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All faults, in the order in which they strike. */
public final class Faults {
  /** System property with a pattern that is found in the names of those that are to strike. */
  private static final String ONLY = "chaos.only";

  private Faults() {}

  /** Every one of them; takes minutes. */
  public static List<NamedFault> all() {
    var only = Pattern.compile(System.getProperty(ONLY, ""));
    return Stream.<Supplier<Stream<NamedFault>>>of(
            EventFaults::all,
            ServiceFaults::all,
            DatabaseFaults::all,
            BrokerFaults::all,
            NetworkFaults::all,
            ClockFaults::all,
            NodeFaults::all)
        .flatMap(Supplier::get)
        .filter(fault -> only.matcher(fault.name()).find())
        .toList();
  }

  /** One of each sort, for every run of the tests. */
  public static List<NamedFault> quick() {
    return List.of(
        EventFaults.noEvent(),
        EventFaults.tenTimes(),
        ServiceFaults.lostAnswers(),
        ServiceFaults.tooLarge(),
        DatabaseFaults.crash(),
        NetworkFaults.commitAnswers(),
        BrokerFaults.redisDies(),
        ClockFaults.apart(),
        ClockFaults.back(),
        NodeFaults.dies(Stage.AFTER_SEND));
  }
}
