package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a data directory brings back. */
class PersistenceIT {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  @TempDir private Path directory;
  private int children;

  @Test
  void bringsBackEveryAnsweredWriteAfterAKill() {
    Queue<String> answered = new ConcurrentLinkedQueue<>();
    String book;
    try (var child = child()) {
      var wire = wire(child);
      book = create(wire);
      var writer = Thread.ofVirtual().start(() -> appendUntilItDies(wire, book, answered));
      Eventually.soon().isTrue("writes are answered", () -> answered.size() > 20);
      child.kill();
      join(writer);
    }

    try (var child = child()) {
      var stored = wire(child).get(book + "/values/A:A").json().path("values");

      assertThat(texts(stored)).containsAll(answered).doesNotHaveDuplicates();
    }
  }

  private static void appendUntilItDies(Wire wire, String book, Queue<String> answered) {
    try {
      for (var i = 0; i < 100_000; i++) {
        var text = "row " + i;
        wire.post(
            book + "/values/A1:append?valueInputOption=RAW", "{\"values\":[[\"" + text + "\"]]}");
        answered.add(text);
      }
    } catch (UncheckedIOException _) {
      // the sandbox was killed
    }
  }

  private static void join(Thread writer) {
    try {
      assertThat(writer.join(Duration.ofSeconds(15))).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> texts(JsonNode rows) {
    return rows.valueStream().map(row -> row.path(0).asText()).toList();
  }

  @Test
  void bringsBackFilesOfAllKindsWithTheirIdsAndTimes() {
    List<JsonNode> before;
    String book;
    try (var sandbox = start()) {
      var wire = Wire.to(sandbox, "standing");
      book = create(wire);
      fill(wire, book);
      upload(wire);
      before = everything(wire, book);
    }

    try (var sandbox = start()) {
      assertThat(everything(Wire.to(sandbox, "standing"), book)).isEqualTo(before);
    }
  }

  /** Random ids, a formula, a format, metadata, a sort and a refusal that leaves nothing. */
  private static void fill(Wire wire, String book) {
    wire.send(
        "PUT",
        book + "/values/A1:B3?valueInputOption=USER_ENTERED",
        JSON,
        "{\"values\":[[\"b\",\"2020-01-01\"],[\"a\",\"=1+1\"],[\"c\",\"$1.50\"]]}");
    wire.post(
        book + ":batchUpdate",
        """
        {"requests":[
          {"addSheet":{"properties":{"title":"More"}}},
          {"createDeveloperMetadata":{"developerMetadata":{"metadataKey":"k","visibility":"DOCUMENT",
            "location":{"dimensionRange":{"sheetId":0,"dimension":"ROWS","startIndex":0,"endIndex":1}}}}},
          {"randomizeRange":{"range":{"sheetId":0,"endRowIndex":3}}},
          {"addProtectedRange":{"protectedRange":{"range":{"sheetId":0,"endRowIndex":1}}}}]}""");
    wire.post(
        book + ":batchUpdate",
        "{\"requests\":[{\"addSheet\":{}},{\"deleteSheet\":{\"sheetId\":99}}]}");
  }

  private static void upload(Wire wire) {
    var type = Map.of("Content-Type", "text/plain");
    wire.send("POST", "/upload/drive/v3/files?uploadType=media", type, "simple");
    var location =
        wire.post("/upload/drive/v3/files?uploadType=resumable", "{\"name\":\"resumed\"}")
            .header("location")
            .orElseThrow();
    var path = location.substring(wire.root().toString().length());
    wire.send("PUT", path, Map.of("Content-Range", "bytes 0-3/8"), "half");
    wire.send("PUT", path, Map.of("Content-Range", "bytes 4-7/8"), "more");
  }

  private static List<JsonNode> everything(Wire wire, String book) {
    var files = wire.get("/drive/v3/files?fields=*").json();
    var spreadsheet = wire.get(book + "?includeGridData=true").json();
    return List.of(files, spreadsheet);
  }

  @Test
  void keepsItsAccountSoThatAKeyFileStaysGood() {
    String before;
    try (var sandbox = start()) {
      before = Json.read(sandbox.serviceAccountKey()).path("private_key").asText();
    }

    try (var sandbox = start()) {
      assertThat(Json.read(sandbox.serviceAccountKey()).path("private_key").asText())
          .isEqualTo(before);
    }
  }

  @Test
  void cutsOffATornTailAndGoesOn() throws IOException {
    String book;
    try (var sandbox = start()) {
      var wire = Wire.to(sandbox, "standing");
      book = create(wire);
      write(wire, book, "A1");
      write(wire, book, "A2");
    }
    tear(directory.resolve("journal"), 7);

    try (var sandbox = start()) {
      var wire = Wire.to(sandbox, "standing");
      assertThat(column(wire, book)).hasToString("[[\"A1\"]]");
      write(wire, book, "A3");
    }

    try (var sandbox = start()) {
      assertThat(column(Wire.to(sandbox, "standing"), book)).hasToString("[[\"A1\"],[],[\"A3\"]]");
    }
  }

  @Test
  void ignoresARecordWhoseBytesWereDamaged() throws IOException {
    String book;
    try (var sandbox = start()) {
      var wire = Wire.to(sandbox, "standing");
      book = create(wire);
      write(wire, book, "A1");
      write(wire, book, "A2");
    }
    damageLastByte(directory.resolve("journal"));

    try (var sandbox = start()) {
      assertThat(column(Wire.to(sandbox, "standing"), book)).hasToString("[[\"A1\"]]");
    }
  }

  @Test
  void refusesDataThatAnotherSandboxUses() {
    try (var child = child()) {
      assertThat(child.isAlive()).isTrue();

      assertThatThrownBy(this::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("is in use by another sandbox");
    }
  }

  private static void tear(Path journal, int bytes) throws IOException {
    try (var channel = java.nio.channels.FileChannel.open(journal, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - bytes);
    }
  }

  private static void damageLastByte(Path journal) throws IOException {
    var bytes = Files.readAllBytes(journal);
    bytes[bytes.length - 1] ^= 1;
    Files.write(journal, bytes);
  }

  private Sandbox start() {
    return Sandbox.start(
        SandboxOptions.inMemory().withData(directory).withoutQuota().withAcceptedToken("standing"));
  }

  private JavaProcess child() {
    var child =
        JavaCommand.of(SandboxProgram.class)
            .withArguments(directory.toString())
            .start(directory.resolve("output-" + ++children));
    child.awaitReady("sandbox", Duration.ofSeconds(30));
    return child;
  }

  private static Wire wire(JavaProcess child) {
    var lines = child.output().lines().filter(line -> line.startsWith("sandbox ready ")).toList();
    var root = URI.create(lines.getLast().substring("sandbox ready ".length()));
    return new Wire(HttpClient.newHttpClient(), root, "standing");
  }

  private static String create(Wire wire) {
    var id = wire.post("/v4/spreadsheets", "{}").json().path("spreadsheetId").asText();
    return "/v4/spreadsheets/" + id;
  }

  private static void write(Wire wire, String book, String cell) {
    var body = "{\"values\":[[\"" + cell + "\"]]}";
    wire.send("PUT", book + "/values/" + cell + "?valueInputOption=RAW", JSON, body);
  }

  private static JsonNode column(Wire wire, String book) {
    return wire.get(book + "/values/A:A").json().path("values");
  }
}
