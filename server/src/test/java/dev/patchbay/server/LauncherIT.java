package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher on machines that lack what it needs. Nothing is found where nothing is looked for.
 */
class LauncherIT {
  static final Path LAUNCHER = Path.of("..", "patchbay").toAbsolutePath().normalize();
  private static final List<String> JDK =
      List.of(
          "  Debian/Ubuntu:  sudo apt install openjdk-25-jdk   (older releases: temurin-25-jdk,"
              + " see https://adoptium.net/installation/linux)",
          "  macOS:          brew install openjdk@25",
          "  Windows:        winget install EclipseAdoptium.Temurin.25.JDK   (and start"
              + " ./patchbay in WSL)");

  private static final List<String> MAVEN =
      List.of(
          "Patchbay needs Maven 3.8 or newer, and found no mvn. To get it:",
          "  Debian/Ubuntu:  sudo apt install maven",
          "  macOS:          brew install maven",
          "  Windows:        scoop install maven   (or unpack"
              + " https://maven.apache.org/download.cgi and add its bin to PATH)");

  @TempDir private Path empty;

  @Test
  void saysHowToGetWhatIsMissing() throws Exception {
    var ending = launch(Map.of(), "server");

    var needsJdk = List.of("Patchbay needs a JDK 25 or newer, and found none. To get one:");
    assertThat(ending)
        .isEqualTo(
            new Ending(1, Stream.of(needsJdk, JDK, MAVEN).flatMap(Collection::stream).toList()));
  }

  @Test
  void refusesAnOlderJdkThatIsNamed() throws Exception {
    var old = jdk("old", "17.0.15");

    var ending = launch(Map.of("PATCHBAY_JAVA_HOME", old.toString()), "server");

    assertThat(ending.exit()).isEqualTo(1);
    assertThat(ending.lines())
        .startsWith("PATCHBAY_JAVA_HOME=" + old + " is no JDK 25 or newer.")
        .containsAll(JDK);
  }

  @Test
  void asksForMavenAloneWhereAJdkIsFound() throws Exception {
    jdk("usr/lib/jvm/some-jdk", "25.0.1");

    assertThat(launch(Map.of(), "test")).isEqualTo(new Ending(1, MAVEN));
  }

  @Test
  void neitherAFailedTrainingNorABrokenCacheStopsAStart() throws Exception {
    var house = LauncherHouse.build(empty.resolve("house"));

    var first = house.launch("server", "--port=0");

    assertThat(first.exit()).isZero();
    assertThat(first.lines())
        .startsWith("preparing faster starts (once)…")
        .endsWith("started: server --port=0")
        .hasSize(3);
    var told = "starts stay slower; the reason is in ";
    assertThat(first.lines().get(1)).startsWith(told);
    assertThat(Path.of(first.lines().get(1).substring(told.length())))
        .content()
        .contains("no training today");
    assertThat(house.launch("server")).isEqualTo(new Ending(0, List.of("started: server")));
    house.breakCache();
    assertThat(house.launch("demo")).isEqualTo(new Ending(0, List.of("started: demo")));
  }

  @Test
  void chaosRunsTheSuitesOfChaosAndNothingElse() throws Exception {
    var house =
        LauncherHouse.build(empty.resolve("house"))
            .withTellingMaven()
            .withTest("server", "chaos")
            .withTest("engine/intakes/redis", "chaos")
            .withTest("engine/core", "extended");

    assertThat(house.launch("test", "--chaos", "-Dmore=1").lines().getFirst())
        .isEqualTo(
            "mvn -B -T 1C --builder smart verify -Dmore=1 -Dexcluded.test.groups=extended"
                + " -Dgroups=chaos -pl engine/intakes/redis,server -am");
    assertThat(house.launch("test").lines().getFirst())
        .isEqualTo("mvn -B -T 1C --builder smart verify -Dexcluded.test.groups=extended,chaos");
  }

  @Test
  void helpsWithoutAnythingInstalled() throws Exception {
    var ending = launch(Map.of(), "help");

    assertThat(ending.exit()).isZero();
    assertThat(ending.lines())
        .startsWith("Patchbay, the gateway between core services and the outside world.");
  }

  private Path jdk(String name, String version) throws IOException {
    var home = empty.resolve(name);
    var compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
    Files.createFile(compiler);
    assertThat(compiler.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Runs the launcher where neither programs nor a home nor anything of the system is found. */
  private Ending launch(Map<String, String> more, String word) throws Exception {
    var environment = new HashMap<>(more);
    environment.put("PATH", "");
    environment.put("HOME", empty.resolve("home").toString());
    environment.put("PATCHBAY_SYSTEM_ROOT", empty.toString());
    var builder = new ProcessBuilder("/bin/bash", LAUNCHER.toString(), word);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return Ending.of(builder.directory(empty.toFile()));
  }
}
