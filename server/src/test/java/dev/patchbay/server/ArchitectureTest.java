package dev.patchbay.server;

import dev.patchbay.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends HouseRules {
  @Test
  void roomsKnowNoneThatKnowsThem() {
    knowEachOtherOneWay("dev.patchbay.server.(**)");
  }
}
