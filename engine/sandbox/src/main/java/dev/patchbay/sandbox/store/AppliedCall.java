package dev.patchbay.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiCall;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One write that was applied: everything that its outcome depends on. In the journal it is a head
 * in JSON and the body's bytes; tokens are left out.
 */
record AppliedCall(Instant time, long seed, Caller caller, ApiCall call) {

  private static final List<String> KEPT_HEADERS =
      List.of("content-type", "host", "content-range", "x-upload-content-type");

  private static final Set<String> TOKENS = Set.of("access_token", "oauth_token");

  byte[] head() {
    ObjectNode head =
        Json.object()
            .put("time", time.toString())
            .put("seed", seed)
            .put("caller", caller.email())
            .put("method", call.method())
            .put("path", call.path());
    caller.scopes().forEach(head.withArray("scopes")::add);
    call.query().values().forEach((name, values) -> query(head, name, values));
    KEPT_HEADERS.forEach(
        name -> call.header(name).ifPresent(value -> head.withObject("headers").put(name, value)));
    return Json.write(head);
  }

  private static void query(ObjectNode head, String name, List<String> values) {
    if (!TOKENS.contains(name)) {
      values.forEach(head.withObject("query").withArray(name)::add);
    }
  }

  static AppliedCall decode(byte[] bytes, int headLength) {
    JsonNode head = Json.read(new String(bytes, 0, headLength, StandardCharsets.UTF_8));
    Body body = Body.of(Arrays.copyOfRange(bytes, headLength, bytes.length));
    return new AppliedCall(
        Instant.parse(head.path("time").asText()),
        head.path("seed").asLong(),
        new Caller(head.path("caller").asText(), new HashSet<>(texts(head.path("scopes")))),
        call(head, body));
  }

  private static ApiCall call(JsonNode head, Body body) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    head.path("query").properties().forEach(e -> query.put(e.getKey(), texts(e.getValue())));
    Map<String, String> headers = new HashMap<>();
    head.path("headers").properties().forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    String method = head.path("method").asText();
    return new ApiCall(method, head.path("path").asText(), new Query(query), headers, body);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
