package dev.patchbay.sandbox;

import java.nio.file.Path;

/** A sandbox as a process of its own, to be killed: its data directory is the only argument. */
final class SandboxProgram {

  private SandboxProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    var options =
        SandboxOptions.inMemory()
            .withData(Path.of(arguments[0]))
            .withoutQuota()
            .withAcceptedToken("standing");
    try (var sandbox = Sandbox.start(options)) {
      System.out.println("sandbox ready " + sandbox.uri());
      Thread.currentThread().join();
    }
  }
}
