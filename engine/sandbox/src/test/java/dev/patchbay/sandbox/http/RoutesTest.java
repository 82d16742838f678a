package dev.patchbay.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private final Operation append = operation("append");
  private final Operation update = operation("update");
  private final Routes routes =
      new Routes()
          .add("POST", "/s/{}/values/{}:append", append)
          .add("POST", "/s/{}/values/{}", update);

  @Test
  void findsTheVerbAfterTheLastColon() {
    assertThat(routes.find("POST", "/s/id/values/A1:B2:append"))
        .contains(new Route(append, List.of("id", "A1:B2")));
  }

  @Test
  void leavesAColonThatIsNoVerbInTheName() {
    assertThat(routes.find("POST", "/s/id/values/A1:B2"))
        .contains(new Route(update, List.of("id", "A1:B2")));
  }

  @Test
  void decodesNamesAfterMatching() {
    assertThat(routes.find("POST", "/s/id/values/'a%2Fb%20c+d'!A1"))
        .contains(new Route(update, List.of("id", "'a/b c+d'!A1")));
  }

  @Test
  void findsNothingForAnotherMethodOrPath() {
    assertThat(routes.find("GET", "/s/id/values/A1")).isEqualTo(Optional.empty());
    assertThat(routes.find("POST", "/s/id/values/a/b")).isEqualTo(Optional.empty());
  }

  private static Operation operation(String name) {
    return new Operation(name, Operation.Kind.SHEETS_WRITE, Set.of(), _ -> Answer.empty(200));
  }
}
