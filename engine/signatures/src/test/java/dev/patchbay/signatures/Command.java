package dev.patchbay.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Programs of this machine, where they are installed. */
public final class Command {
  private Command() {}

  /** Whether there is one. */
  public static boolean exists(String name) throws IOException, InterruptedException {
    var search = new ProcessBuilder("sh", "-c", "command -v " + name);
    return search.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
  }

  /**
   * Runs one, which must succeed.
   *
   * @param before what it is started with, such as {@code env}
   * @return what it says
   */
  public static String output(List<String> before, String... command)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(before);
    all.addAll(List.of(command));
    var process = new ProcessBuilder(all).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
