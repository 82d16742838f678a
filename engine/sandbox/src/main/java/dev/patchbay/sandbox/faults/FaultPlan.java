package dev.patchbay.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A fault as it is posted.
 *
 * @param method such as {@code spreadsheets.batchUpdate}; {@code *} for all
 * @param rate share of the calls that it strikes, 0 to 1
 * @param count how many it strikes at most; all when absent
 * @param seed of the chance by which calls are struck
 * @param delaySeconds how slow or how late
 * @param column to sort by, counted from 0
 * @param order ASCENDING or DESCENDING; empty to turn it round at each strike
 */
record FaultPlan(
    FaultKind kind,
    String method,
    double rate,
    OptionalLong count,
    long seed,
    double delaySeconds,
    int column,
    String order) {

  private static final double LONGEST = 3600;

  private record Member(String demand, Predicate<JsonNode> holds) {}

  private static final Map<String, Member> MEMBERS =
      Map.of(
          "fault",
          new Member(
              "one of " + String.join(", ", FaultKind.words()),
              value -> FaultKind.of(value.asText("")).isPresent()),
          "method",
          new Member("the name of a method such as spreadsheets.batchUpdate", JsonNode::isTextual),
          "rate",
          new Member("a number from 0 to 1", value -> within(value, 1)),
          "count",
          new Member("a whole number that is not negative", FaultPlan::isCount),
          "seed",
          new Member("a whole number", JsonNode::isIntegralNumber),
          "delaySeconds",
          new Member("a number from 0 to 3600", value -> within(value, LONGEST)),
          "column",
          new Member("a whole number that is not negative", FaultPlan::isCount),
          "order",
          new Member(
              "ASCENDING or DESCENDING", value -> value.asText("").matches("(A|DE)SCENDING")));

  /** Throws {@link ApiError} 400 that names the member which makes no sense. */
  static FaultPlan read(JsonNode json) {
    if (!json.isObject()) {
      throw ApiError.invalid("A fault is a JSON object such as {\"fault\":\"503\"}.");
    }
    json.properties().forEach(member -> check(member.getKey(), member.getValue()));
    if (!json.hasNonNull("fault")) {
      throw ApiError.violation("fault", demand("fault"));
    }
    return new FaultPlan(
        FaultKind.of(json.path("fault").asText()).orElseThrow(),
        bare(json.path("method").asText("*")),
        json.path("rate").asDouble(1),
        json.hasNonNull("count")
            ? OptionalLong.of(json.get("count").asLong())
            : OptionalLong.empty(),
        json.path("seed").asLong(1),
        json.path("delaySeconds").asDouble(3),
        json.path("column").asInt(0),
        json.path("order").asText(""));
  }

  private static void check(String name, JsonNode value) {
    Member member = MEMBERS.get(name);
    if (member == null) {
      throw ApiError.violation(
          name, "Unknown member '" + name + "'; a fault has " + members() + ".");
    }
    if (!value.isNull() && !member.holds.test(value)) {
      throw ApiError.violation(name, demand(name));
    }
  }

  private static String demand(String name) {
    Member member = MEMBERS.get(name);
    return "'" + name + "' must be " + (member == null ? "known" : member.demand) + ".";
  }

  private static String members() {
    return String.join(", ", MEMBERS.keySet().stream().sorted().toList());
  }

  private static boolean within(JsonNode value, double most) {
    return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= most;
  }

  private static boolean isCount(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
  }

  /** The discovery document's long name of a method means the same. */
  private static String bare(String name) {
    return name.startsWith("sheets.spreadsheets.") ? name.substring("sheets.".length()) : name;
  }

  boolean means(String called) {
    return method.isEmpty() || method.equals("*") || method.equals(called);
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("fault", kind.word()).put("method", method);
    json.set("rate", Json.number(rate));
    count.ifPresentOrElse(most -> json.put("count", most), () -> json.putNull("count"));
    json.put("seed", seed);
    json.set("delaySeconds", Json.number(delaySeconds));
    return json;
  }
}
