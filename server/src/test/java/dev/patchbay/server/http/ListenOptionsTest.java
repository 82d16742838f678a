package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenOptionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void anAddressThatOthersReachNeedsTlsOrAProxy(String host) {
    assertThatThrownBy(() -> new ListenOptions(host, 0, 0, Optional.empty(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + host + "' can be reached from other machines")
        .hasMessageContaining("--behind-proxy");
    var tls = new TlsSource.Pem(Path.of("c.pem"), Path.of("k.pem"));
    assertThat(new ListenOptions(host, 0, 0, Optional.of(tls), false).host()).isEqualTo(host);
    assertThat(new ListenOptions(host, 0, 0, Optional.empty(), true).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
  void loopbackNeedsNothing(String host) {
    assertThat(new ListenOptions(host, 0, 0, Optional.empty(), false).host()).isEqualTo(host);
  }

  @Test
  void whatIsNoAddressIsNamed() {
    assertThatThrownBy(() -> new ListenOptions("300.1.2.3.4", 0, 0, Optional.empty(), false))
        .hasMessageContaining("'300.1.2.3.4' is no address of this machine");
  }
}
