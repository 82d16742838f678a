package dev.patchbay.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.RequestService;
import dev.patchbay.testkit.Eventually;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The stand-in Request Service, configured in a hub under a name of its own. */
final class ImportRig implements AutoCloseable {
  private static final String BOUNDARY = "----a-boundary-of-tests";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final RequestService far = new RequestService(0);
  private final String service = "imports-" + NUMBER.incrementAndGet();
  private final ApiCaller caller;

  /** Configures it as an administrator; imports are asked for by the caller. */
  ImportRig(ApiCaller admin, ApiCaller caller) {
    this.caller = caller;
    admin.post("/services", draft(true)).as(201, ServiceView.class);
  }

  ServiceDraft draft(boolean enabled) {
    return far.draft(service, enabled);
  }

  /** A file of these lines. */
  static byte[] csv(String... lines) {
    return bytes(String.join("\r\n", lines) + "\r\n");
  }

  String service() {
    return service;
  }

  /** What goes wrong from now on with bulk creation. */
  void fault(String kind, double rate) {
    far.fault(
        Map.of(
            "fault",
            kind,
            "operation",
            "createRequests",
            "rate",
            rate,
            "seed",
            7,
            "delaySeconds",
            0.3));
  }

  void mend() {
    far.mend();
  }

  long bulkCalls() {
    return far.stats().calls("POST /requests/bulk");
  }

  long dropped() {
    return far.stats()
        .toJson()
        .path("operations")
        .path("POST /requests/bulk")
        .path("dropped")
        .asLong();
  }

  /** All requests that it has. */
  List<JsonNode> requests() {
    return far.all("id");
  }

  List<String> titles() {
    return requests().stream().map(request -> request.path("title").asText()).sorted().toList();
  }

  /** Sends a file with members of the draft as JSON; the service is named. */
  Reply send(String name, byte[] file, String more) {
    return send(name, file, more, null);
  }

  Reply send(String name, byte[] file, String more, @Nullable String once) {
    var json = "{\"service\":\"" + service + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    var request = sending("/imports", form(name, file, json));
    return caller.send(once == null ? request : request.header("Idempotency-Key", once));
  }

  /** Asks what a file holds; the draft is given whole. */
  Reply preview(String name, byte[] file, String json) {
    return caller.send(sending("/imports/preview", form(name, file, json)));
  }

  private HttpRequest.Builder sending(String path, byte[] form) {
    return caller
        .request(path)
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(form));
  }

  static byte[] form(String name, byte[] file, String json) {
    var form = new ByteArrayOutputStream();
    form.writeBytes(bytes(part("import", "") + json + "\r\n"));
    form.writeBytes(bytes(part("file", "; filename=\"" + name + "\"")));
    form.writeBytes(file);
    form.writeBytes(bytes("\r\n--" + BOUNDARY + "--\r\n"));
    return form.toByteArray();
  }

  private static String part(String name, String more) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
        .formatted(BOUNDARY, name, more);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Imports a file and waits for its end. */
  ImportView imported(String name, byte[] file, String more) {
    return ended(send(name, file, more).as(202, ImportView.class).id());
  }

  ImportView done(String name, byte[] file, String more) {
    var run = imported(name, file, more);
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return run;
  }

  ImportView ended(String id) {
    return Eventually.within(Duration.ofMinutes(2))
        .get("the end of the import", () -> Optional.of(view(id)).filter(ImportRig::isOver));
  }

  private static boolean isOver(ImportView run) {
    return run.endedAt() != null;
  }

  ImportView view(String id) {
    return caller.get("/imports/" + id).as(200, ImportView.class);
  }

  @Override
  public void close() {
    far.close();
  }
}
