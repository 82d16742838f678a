package dev.patchbay.server.bench.documents;

import java.util.List;

/**
 * What a process tells that filled in letters one after the other.
 *
 * @param cpuSeconds of the whole process, once it was warm
 * @param sha256 of the first document; empty where its bytes change from run to run
 * @param heaps bytes that were reachable after each further thousand of documents
 */
record DocumentLoad(int documents, double cpuSeconds, String sha256, List<Long> heaps) {
  DocumentLoad {
    heaps = List.copyOf(heaps);
  }

  double perCpuSecond() {
    return documents / cpuSeconds;
  }
}
