package dev.patchbay.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.model.access.Role;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedHub.class)
@Timeout(120)
class HttpLoadIT {
  private final TestHub hub;

  HttpLoadIT(TestHub hub) {
    this.hub = hub;
  }

  @Test
  void fewerCallsThanCallersAreMadeAndAnswered() {
    var load = load(hub.as(Role.SERVICE));
    assertThat(load.times(3).calls()).isEqualTo(3);
    assertThat(load.times(2).millis()).hasSize(2).doesNotContain(0);
  }

  @Test
  void moreCallsThanCallersEndWhenAllAreAnswered() {
    var result = load(hub.as(Role.SERVICE)).times(Load.CALLERS + 7L);
    assertThat(result.calls()).isEqualTo(Load.CALLERS + 7L).isEqualTo(result.millis().length);
    assertThat(result.took()).isPositive();
  }

  @Test
  void noTimeMeansNoCall() {
    assertThat(load(hub.as(Role.SERVICE)).during(Duration.ZERO).calls()).isZero();
  }

  @Test
  void aRefusalEndsTheLoad() {
    var load = load(hub.as(Role.VIEWER));
    assertThatThrownBy(() -> load.times(1)).hasMessageContaining("not accepted: HTTP/1.1 403");
  }

  private static HttpLoad load(ApiCaller caller) {
    var events = new KilobyteEvents("load-" + UUID.randomUUID());
    return new HttpLoad(caller.root(), caller.key().orElseThrow(), events);
  }
}
