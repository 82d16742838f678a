package dev.patchbay.services.standin.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A fault as it is posted.
 *
 * @param operation such as {@code getUser}; {@code *} for all
 * @param rate share of the calls that it strikes, 0 to 1
 * @param count how many it strikes at most; all when absent
 * @param seed of the chance by which calls are struck
 * @param delay how slow; what {@code Retry-After} says
 */
record FaultPlan(
    FaultKind kind, String operation, double rate, OptionalLong count, long seed, Duration delay) {
  private static final double LONGEST = 3600;

  private record Member(String demand, Predicate<JsonNode> holds) {}

  private static final Map<String, Member> MEMBERS =
      Map.of(
          "fault",
          new Member(
              "must be one of " + String.join(", ", FaultKind.words()),
              value -> FaultKind.of(value.asText("")).isPresent()),
          "operation",
          new Member("must be the id of an operation, such as getUser", JsonNode::isTextual),
          "rate",
          new Member("must be a number from 0 to 1", value -> within(value, 1)),
          "count",
          new Member("must be a whole number that is not negative", FaultPlan::isCount),
          "seed",
          new Member("must be a whole number", JsonNode::isIntegralNumber),
          "delaySeconds",
          new Member("must be a number from 0 to 3600", value -> within(value, LONGEST)));

  /** Throws {@link Refusal} 400 that names the member which makes no sense. */
  static FaultPlan read(ObjectNode json) {
    json.properties().forEach(member -> check(member.getKey(), member.getValue()));
    var kind =
        FaultKind.of(json.path("fault").asText(""))
            .orElseThrow(() -> Refusal.field("/fault", member("fault").demand()));
    return new FaultPlan(
        kind,
        json.path("operation").asText("*"),
        json.path("rate").asDouble(1),
        json.has("count") ? OptionalLong.of(json.get("count").asLong()) : OptionalLong.empty(),
        json.path("seed").asLong(1),
        Duration.ofMillis((long) (json.path("delaySeconds").asDouble(1) * 1000)));
  }

  private static void check(String name, JsonNode value) {
    if (!MEMBERS.containsKey(name)) {
      throw Refusal.field(
          "/" + name, "is unknown; there are " + MEMBERS.keySet().stream().sorted().toList());
    }
    if (!member(name).holds().test(value)) {
      throw Refusal.field("/" + name, member(name).demand());
    }
  }

  private static Member member(String name) {
    return MEMBERS.getOrDefault(name, new Member("", _ -> false));
  }

  private static boolean within(JsonNode value, double most) {
    return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= most;
  }

  private static boolean isCount(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
  }

  boolean means(String called) {
    return operation.equals("*") || operation.equals(called);
  }

  ObjectNode toJson() {
    var json = Json.object().put("fault", kind.word()).put("operation", operation);
    json.put("rate", rate);
    count.ifPresentOrElse(most -> json.put("count", most), () -> json.putNull("count"));
    return json.put("seed", seed).put("delaySeconds", delay.toMillis() / 1000.0);
  }
}
