package dev.patchbay.core;

import dev.patchbay.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends HouseRules {
  @Test
  void roomsKnowNoneThatKnowsThem() {
    knowEachOtherOneWay("dev.patchbay.core.(**)");
  }
}
