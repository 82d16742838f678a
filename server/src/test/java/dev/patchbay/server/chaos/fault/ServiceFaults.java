package dev.patchbay.server.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.chaos.check.Invariant;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.Setup;
import dev.patchbay.server.chaos.service.Manner;
import dev.patchbay.server.chaos.service.Service;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The service fails in every way that services fail. */
final class ServiceFaults {
  private static final Duration A_WHILE = Duration.ofSeconds(3);
  private static final String NEW_KEY = "Bearer an0ther";
  private static final int ALL = 100_000;

  private ServiceFaults() {}

  static Stream<NamedFault> all() {
    return Stream.of(
        next("the service throttles (429)", Manner.THROTTLE, 10),
        next("the service fails before it applies (500)", Manner.FAIL, 6),
        next("the service fails after it applied (500)", Manner.APPLY_AND_FAIL, 6),
        lostAnswers(),
        next("answers do not come in time and the post is applied late", Manner.APPLY_LATE, 4),
        next("answers break off", Manner.BREAK_OFF, 6),
        next("answers never end", Manner.NEVER_END, 4),
        NamedFault.of("kill -9 of the service", rig -> rig.service().dieAndRise()),
        NamedFault.of("the service is not there (404)", ServiceFaults::goneForAWhile),
        NamedFault.of(
            "the credential is refused (401), and entered anew", ServiceFaults::credential),
        tooLarge());
  }

  static NamedFault lostAnswers() {
    return next("answers are lost after the post was applied", Manner.LOSE_ANSWER, 6);
  }

  /** Parked deliveries are overtaken by later ones of their key. */
  static NamedFault tooLarge() {
    return NamedFault.of(
            "a post is refused (413), parked, and retried by a person", ServiceFaults::parked)
        .without(Invariant.ORDER);
  }

  private static NamedFault next(String name, Manner manner, int times) {
    return NamedFault.of(name, rig -> rig.service().will(manner, times));
  }

  private static void goneForAWhile(ChaosRig rig) throws Exception {
    rig.service().will(Manner.GONE, ALL);
    Pause.of(A_WHILE);
    rig.service().behaveAgain();
  }

  /**
   * Whoever gives out the key changed it; the hub holds everything until it is told the new one.
   */
  private static void credential(ChaosRig rig) throws Exception {
    rig.service().demand(NEW_KEY);
    awaitState(rig, ConnectorState.CREDENTIAL_REFUSED);
    for (var connector : Setup.CONNECTORS) {
      enter(rig, connector, NEW_KEY);
    }
    awaitState(rig, ConnectorState.UP);
  }

  private static void awaitState(ChaosRig rig, ConnectorState state) {
    for (var connector : Setup.CONNECTORS) {
      Eventually.soon()
          .passes(
              () ->
                  assertThat(rig.one().hub().connector(connector).orFail().state())
                      .isEqualTo(state));
    }
  }

  private static void enter(ChaosRig rig, String connector, String authorization) {
    var hub = rig.one().hub();
    var view = hub.connector(connector).orFail();
    var secrets = Map.of("authorization", authorization);
    var draft = new ConnectorDraft(connector, view.type(), view.settings(), secrets, true);
    hub.changeConnector(draft, view.version()).orFail();
  }

  private static void parked(ChaosRig rig) throws Exception {
    rig.service().will(Manner.TOO_LARGE, 5, Service.FACTS);
    Eventually.soon().passes(() -> assertThat(dead(rig)).hasSize(5));
    for (var id : dead(rig)) {
      rig.one().api().post("deliveries/" + id + "/retry", Map.of()).orFail();
    }
    Eventually.soon().passes(() -> assertThat(dead(rig)).isEmpty());
  }

  /** Those that say 413. */
  private static List<String> dead(ChaosRig rig) {
    return rig.one().hub().deliveries(DeliveryState.DEAD, 100).orFail().items().stream()
        .filter(delivery -> String.valueOf(delivery.cause()).contains("413"))
        .map(delivery -> delivery.id())
        .toList();
  }
}
