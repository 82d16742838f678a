package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.patchbay.server.command.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** The Compose file says what the specification allows and the server understands. */
class ComposeFileTest {
  private static final Path FOLDER = Path.of("container");
  private static final Pattern FIRST_OF_COPY = Pattern.compile("(?m)^COPY (\\S+) ");
  private static JsonNode file;

  @BeforeAll
  static void read() throws IOException {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Object read = yaml.load(Files.readString(FOLDER.resolve("compose.yaml")));
    file = new ObjectMapper().valueToTree(read);
  }

  @Test
  void it_keeps_to_what_it_may_use_of_the_specification() throws IOException {
    assertThat(faults(file.toString())).isEmpty();
  }

  @Test
  void a_misspelt_key_is_found() throws IOException {
    assertThat(faults(file.toString().replace("depends_on", "depend_on"))).isNotEmpty();
  }

  @Test
  void volumes_and_services_that_are_named_exist() {
    var services = file.path("services");
    for (var service : services) {
      service
          .path("volumes")
          .forEach(it -> assertThat(file.path("volumes").has(name(it.asText()))).isTrue());
      service
          .path("depends_on")
          .fieldNames()
          .forEachRemaining(it -> assertThat(services.has(it)).isTrue());
      service
          .path("depends_on")
          .fieldNames()
          .forEachRemaining(it -> assertThat(services.path(it).has("healthcheck")).isTrue());
    }
  }

  @Test
  void two_nodes_are_started_with_options_that_the_server_has() {
    var server = new CommandLine(new ServerCommand());
    for (var node : List.of("node-1", "node-2")) {
      var options = new ArrayList<String>();
      file.path("services").path(node).path("command").forEach(it -> options.add(it.asText()));
      assertThat(server.parseArgs(options.toArray(String[]::new)).errors()).isEmpty();
    }
  }

  @Test
  void the_image_is_made_of_what_the_build_leaves() throws IOException {
    var dockerfile = Files.readString(FOLDER.resolve("Dockerfile"));
    assertThat(FIRST_OF_COPY.matcher(dockerfile).results().map(it -> it.group(1)))
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(it)
                    .matches("(server|engine/(pdf|signatures|spreadsheet-templates))/.+"));
    assertThat(Path.of("../engine/pdf/src/main/java/dev/patchbay/pdf/Main.java")).exists();
    assertThat(Path.of("../engine/signatures/src/main/java/dev/patchbay/signatures/Main.java"))
        .exists();
    assertThat(
            Path.of(
                "../engine/spreadsheet-templates/src/main/java/dev/patchbay/spreadsheets/templates/Main.java"))
        .exists();
    assertThat(Path.of("../server/src/main/jvm/server.vmoptions")).exists();
    assertThat(Path.of("../server/src/main/java/dev/patchbay/server/ServerMain.java")).exists();
  }

  /** Of a mount, what stands before its colon. */
  private static String name(String mount) {
    return mount.substring(0, mount.indexOf(':'));
  }

  private static List<String> faults(String json) throws IOException {
    try (var schema = ComposeFileTest.class.getResourceAsStream("compose.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(schema))
          .validate(json, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
