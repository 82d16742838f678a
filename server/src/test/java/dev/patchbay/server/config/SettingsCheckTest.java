package dev.patchbay.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.FieldError;
import dev.patchbay.spi.Setting;
import dev.patchbay.spi.Setting.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
  private static final List<Setting> KNOWN =
      List.of(
          new Setting("name", "Name", null, Kind.TEXT, true, false),
          new Setting("speed", "Speed", null, Kind.NUMBER, false, false),
          new Setting("fast", "Fast", null, Kind.FLAG, false, false),
          new Setting("url", "Address", null, Kind.URI, false, false),
          new Setting("password", "Password", null, Kind.TEXT, true, true));

  @Test
  void whatFitsHasNoFaults() {
    var values =
        Map.of("name", "n", "speed", "1.5", "fast", "true", "url", "https://example.org/a?b");
    var check =
        new SettingsCheck(KNOWN)
            .plain("/settings", values)
            .secrets("/secrets", Map.of("password", "p"), Set.of());
    assertThat(check.errors()).isEmpty();
  }

  @Test
  void everyFaultIsNamed() {
    var values =
        Map.of("speed", "fast", "fast", "yes", "url", "file:/etc", "password", "p", "x/y", "1");
    assertThat(new SettingsCheck(KNOWN).plain("/settings", values).errors())
        .containsExactlyInAnyOrder(
            new FieldError("/settings/speed", "must be a number"),
            new FieldError("/settings/fast", "must be true or false"),
            new FieldError("/settings/url", "must be an http or https address"),
            new FieldError("/settings/password", "is secret: send it under /secrets"),
            new FieldError("/settings/x~1y", "is no setting of this type"),
            new FieldError("/settings/name", "Name is required"));
  }

  @Test
  void aSecretThatIsSetAlreadyNeedNotBeSentAgain() {
    var none = Map.<String, String>of();
    assertThat(new SettingsCheck(KNOWN).secrets("/secrets", none, Set.of("password")).errors())
        .isEmpty();
    assertThat(new SettingsCheck(KNOWN).secrets("/secrets", none, Set.of()).errors())
        .containsExactly(new FieldError("/secrets/password", "Password is required"));
    assertThat(
            new SettingsCheck(KNOWN)
                .secrets("/secrets", Map.of("name", "n"), Set.of("password"))
                .errors())
        .containsExactly(new FieldError("/secrets/name", "is no secret setting of this type"));
  }
}
