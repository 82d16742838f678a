package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

  @Test
  void addsArgumentsBehindThoseItHas() {
    var command =
        new JavaCommand("Main", List.of("a.jar"), List.of("-Xmx64m"), List.of("demo"))
            .withSystemProperty("patchbay.port", 8080)
            .withArguments("--once");

    assertThat(command)
        .isEqualTo(
            new JavaCommand(
                "Main",
                List.of("a.jar"),
                List.of("-Xmx64m", "-Dpatchbay.port=8080"),
                List.of("demo", "--once")));
  }
}
