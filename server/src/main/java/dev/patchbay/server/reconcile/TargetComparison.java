package dev.patchbay.server.reconcile;

import dev.patchbay.core.job.StoppedRunException;
import java.io.IOException;

/**
 * Compares all keys of a target with what was delivered. A finding counts only if nothing was
 * delivered for its key from before the look until after it: what the hub itself does meanwhile is
 * no finding.
 */
record TargetComparison(Scope scope) {
  void run() throws IOException, StoppedRunException {
    var before = scope.keys().now();
    var standing = scope.standing();
    var found = new KeyPass(scope, before, standing).run();
    for (var lane : found.entrySet()) {
      new RowPass(scope, lane.getKey()).run(lane.getValue(), standing);
    }
  }
}
