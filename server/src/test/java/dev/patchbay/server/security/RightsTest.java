package dev.patchbay.server.security;

import static dev.patchbay.model.access.Role.ADMIN;
import static dev.patchbay.model.access.Role.SERVICE;
import static dev.patchbay.model.access.Role.SUPPORT;
import static dev.patchbay.model.access.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RightsTest {
  @Test
  void aRoleMayDoWhatThoseBelowItMayAndAServiceOnlyItsOwn() {
    var expected =
        Map.of(
            ADMIN, List.of(ADMIN, SUPPORT, VIEWER, SERVICE),
            SUPPORT, List.of(SUPPORT, VIEWER),
            VIEWER, List.of(VIEWER),
            SERVICE, List.of(SERVICE));
    var actual = new EnumMap<Role, List<Role>>(Role.class);
    for (var held : Role.values()) {
      actual.put(
          held, Arrays.stream(Role.values()).filter(asked -> Rights.allows(held, asked)).toList());
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(Rights.allows(ADMIN)).as("nothing is asked of anybody").isFalse();
  }
}
