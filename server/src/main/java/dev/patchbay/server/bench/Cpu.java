package dev.patchbay.server.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** CPU time that processes and their children have used so far, by what they are. */
record Cpu(Map<String, ProcessHandle> parts) {
  /** Everything that takes part in a delivery. */
  static Cpu of(Rig rig, Rig.SandboxChild sandbox) {
    var parts = new LinkedHashMap<String, ProcessHandle>();
    parts.put("server", rig.server().handle());
    parts.put("PostgreSQL", ProcessHandle.of(rig.postgres().pid()).orElseThrow());
    parts.put("sandbox", sandbox.process().handle());
    parts.put("generator", ProcessHandle.current());
    return new Cpu(parts);
  }

  /** A process that does not tell counts as zero. */
  Map<String, Duration> used() {
    var used = new LinkedHashMap<String, Duration>();
    parts.forEach((part, process) -> used.put(part, used(process)));
    return used;
  }

  /** Which has started all the others. */
  private static boolean isGenerator(ProcessHandle process) {
    return process.equals(ProcessHandle.current());
  }

  private static Duration used(ProcessHandle process) {
    var own = Stream.of(process);
    return (isGenerator(process) ? own : Stream.concat(own, process.descendants()))
        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
