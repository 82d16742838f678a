package dev.patchbay.sandbox.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.patchbay.sandbox.Wire;
import dev.patchbay.sandbox.http.Json;
import java.util.List;
import java.util.Map;

/** Repeats recorded calls in their order and holds each answer against the recorded one. */
final class Conversation {

  private final Wire wire;
  private final Names names = new Names();

  Conversation(Wire wire) {
    this.wire = wire;
  }

  void repeat(List<Recording> recordings) {
    recordings.forEach(this::repeat);
  }

  private void repeat(Recording recording) {
    var reply = send(recording);
    var answered = answer(reply);
    names.learn("", recording.response(), answered);
    assertThat(reply.status() + " " + Comparison.comparable(answered).toPrettyString())
        .as("%d: %s %s", recording.number(), recording.method(), recording.path())
        .isEqualTo(recording.status() + " " + expected(recording).toPrettyString());
  }

  private JsonNode expected(Recording recording) {
    return Comparison.comparable(names.translate(recording.response()));
  }

  private Wire.Reply send(Recording recording) {
    var path = names.translate(recording.path());
    var body = recording.body();
    if (body.isNull()) {
      return wire.send(recording.method(), path, Map.of(), "");
    }
    return body.isTextual()
        ? send(recording.method(), path, "text/csv", body.textValue())
        : send(recording.method(), path, "application/json", Json.text(names.translate(body)));
  }

  private Wire.Reply send(String method, String path, String type, String body) {
    return wire.send(method, path, Map.of("Content-Type", type), body);
  }

  private static JsonNode answer(Wire.Reply reply) {
    if (reply.body().isEmpty()) {
      return NullNode.getInstance();
    }
    var json = reply.header("content-type").orElse("").startsWith("application/json");
    return json ? reply.json() : TextNode.valueOf(reply.body());
  }
}
