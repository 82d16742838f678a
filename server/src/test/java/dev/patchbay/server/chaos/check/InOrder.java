package dev.patchbay.server.chaos.check;

import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.service.Applied;
import dev.patchbay.server.chaos.service.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The versions of each key that Kafka brings, as they were applied. */
final class InOrder implements Check {
  private final Map<String, Integer> last = new HashMap<>();

  @Override
  public Invariant invariant() {
    return Invariant.ORDER;
  }

  @Override
  public List<String> violations(Scene scene) {
    var wrong = new ArrayList<String>();
    for (var one : scene.applied()) {
      if (one.path().equals(Service.FACTS) && key(one).startsWith(ChaosRig.OF_KAFKA + "-")) {
        int version = one.body().path("data").path("Version").asInt();
        int before = last.getOrDefault(key(one), 0);
        if (version != before + 1) {
          wrong.add(key(one) + ": version " + version + " was applied after " + before);
        }
        last.merge(key(one), version, Math::max);
      }
    }
    return wrong;
  }

  private static String key(Applied one) {
    return one.body().path("key").asText();
  }
}
