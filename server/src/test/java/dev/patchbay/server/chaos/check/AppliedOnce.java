package dev.patchbay.server.chaos.check;

import dev.patchbay.server.chaos.load.Fact;
import dev.patchbay.server.chaos.service.Applied;
import dev.patchbay.server.chaos.service.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nothing is doubled or made up. */
final class AppliedOnce implements Check {
  private final Set<String> left = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  @Override
  public Invariant invariant() {
    return Invariant.ONCE;
  }

  @Override
  public List<String> violations(Scene scene) {
    scene.facts().stream().map(Fact::id).forEach(left::add);
    var wrong = new ArrayList<String>();
    for (var one : scene.applied()) {
      if (one.path().equals(Service.FACTS)) {
        look(one, wrong);
      }
    }
    return wrong;
  }

  private void look(Applied one, List<String> wrong) {
    var fact = Service.factOf(one);
    if (one.again()) {
      wrong.add("the key " + one.key() + " came again with another body");
    } else if (!seen.add(fact)) {
      wrong.add(fact + " was applied again, under the key " + one.key());
    }
    if (!left.contains(fact)) {
      wrong.add(fact + " was applied, and nobody left it");
    }
  }
}
