package dev.patchbay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.navigation.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void nothingGivenAsksForEverything() {
    assertThat(Arguments.of(List.of())).isEqualTo(new Arguments(null, null, Optional.empty()));
  }

  @Test
  void takesServerKeyFileAndALinkInAnyOrder() {
    assertThat(
            Arguments.of(
                List.of("patchbay://routes/requests", "--key-file", "k", "--server", "http://h")))
        .isEqualTo(
            new Arguments("http://h", Path.of("k"), Optional.of(new Place.Mapping("requests"))));
  }

  @Test
  void aNameWithoutItsValueIsLeftOut() {
    assertThat(Arguments.of(List.of("--server"))).isEqualTo(Arguments.of(List.of()));
  }
}
