package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Json;
import dev.patchbay.model.access.Role;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.TestHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The console's client at a running hub, beside a caller that sees the answers as they are. */
final class Visitor implements AutoCloseable {
  private static final ObjectMapper JSON = Json.mapper();

  private final HubClient client;
  private final ApiCaller raw;

  private Visitor(HubClient client, ApiCaller raw) {
    this.client = client;
    this.raw = raw;
  }

  /** Somebody of that role. */
  static Visitor as(Role role, TestHub hub) {
    var raw = hub.as(role);
    return new Visitor(new HubClient(raw.root(), raw.key().orElseThrow()), raw);
  }

  HubClient client() {
    return client;
  }

  /** A call of the client. */
  @FunctionalInterface
  interface Call<T> {
    T make() throws HubException, InterruptedException;
  }

  /** Why the call is refused; it has to be. */
  static Failure failureOf(Call<?> call) throws InterruptedException {
    try {
      throw new AssertionError("it worked: " + call.make());
    } catch (HubException refused) {
      return refused.failure();
    }
  }

  /**
   * What the client makes of an answer has every field of it under the same name and with the same
   * value: what it does not know, or knows otherwise, is missed here.
   */
  <T> T whole(String path, Call<T> call) throws HubException, InterruptedException {
    var value = call.make();
    assertThat(tree(written(value))).isEqualTo(tree(raw.get(path).text()));
    return value;
  }

  private static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode tree(String json) {
    try {
      return withoutNulls(JSON.readTree(json));
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }

  /** Absent and null are the same to both sides. */
  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var absent = object.properties().stream().filter(one -> one.getValue().isNull()).toList();
      object.remove(absent.stream().map(one -> one.getKey()).toList());
    }
    List.copyOf(node.valueStream().toList()).forEach(Visitor::withoutNulls);
    return node;
  }

  @Override
  public void close() {
    client.close();
  }
}
