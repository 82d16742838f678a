package dev.patchbay.sandbox.recorded;

import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.Wire;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordingsIT {

  private static Sandbox sandbox;
  private static Wire wire;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.inMemory().withoutQuota().withAcceptedToken("recorded"));
    wire = Wire.to(sandbox, "recorded");
  }

  @AfterAll
  static void stop() {
    wire.close();
    sandbox.close();
  }

  @TestFactory
  Stream<DynamicTest> answersAsGoogleDid() {
    return Recording.conversations().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> new Conversation(wire).repeat(entry.getValue())));
  }
}
