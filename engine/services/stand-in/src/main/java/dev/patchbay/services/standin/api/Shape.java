package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What the members of an object must be like; it may have no others.
 *
 * @param required those that must be there
 */
record Shape(Map<String, Member> members, Set<String> required) {
  /**
   * One member.
   *
   * @param demand what it must be, for a person
   */
  record Member(String demand, Predicate<JsonNode> holds) {
    /** The same, or null. */
    Member orNull() {
      return new Member(demand + ", or null", value -> value.isNull() || holds.test(value));
    }
  }

  /** A member that is not as it must be; the field is a JSON Pointer. */
  record Fault(String field, String message) {}

  static final Member FLAG = new Member("must be true or false", JsonNode::isBoolean);
  static final Member OBJECT = new Member("must be an object", JsonNode::isObject);
  static final Member TIME = new Member("must be a time with its offset", Shape::isTime);
  static final Member ADDRESS = new Member("must be a URI", Shape::isUri);
  static final Member TEXTS =
      new Member(
          "must be an array of texts", value -> value.isArray() && all(value, JsonNode::isTextual));
  static final Member VALUES =
      new Member(
          "must be an object of texts, numbers, flags and nulls",
          value -> value.isObject() && all(value, JsonNode::isValueNode));

  static Member text(int least, int most) {
    return new Member(
        "must be a text of %d to %d characters".formatted(least, most),
        value ->
            value.isTextual()
                && value.asText().codePointCount(0, value.asText().length()) >= least
                && value.asText().codePointCount(0, value.asText().length()) <= most);
  }

  static Member anyText() {
    return new Member("must be a text", JsonNode::isTextual);
  }

  static Member oneOf(Set<String> words) {
    return new Member(
        "must be one of " + words.stream().sorted().toList(),
        value -> value.isTextual() && words.contains(value.asText()));
  }

  static Member number(double least, double most) {
    return new Member(
        "must be a number from %s to %s".formatted(least, most),
        value -> value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most);
  }

  /** The first member that is not as it must be. */
  Optional<Fault> faultOf(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      return Optional.of(new Fault("", "must be an object"));
    }
    for (var member : object.properties()) {
      var rule = members.get(member.getKey());
      var field = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
      if (rule == null) {
        return Optional.of(
            new Fault(
                field, "is unknown; there are " + members.keySet().stream().sorted().toList()));
      }
      if (!rule.holds().test(member.getValue())) {
        return Optional.of(new Fault(field, rule.demand()));
      }
    }
    return required.stream()
        .sorted()
        .filter(name -> !object.has(name))
        .findFirst()
        .map(name -> new Fault("/" + name, "is missing"));
  }

  private static boolean all(JsonNode values, Predicate<JsonNode> holds) {
    return StreamSupport.stream(values.spliterator(), false).allMatch(holds);
  }

  private static boolean isTime(JsonNode value) {
    try {
      return value.isTextual() && OffsetDateTime.parse(value.asText()) != null;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static boolean isUri(JsonNode value) {
    try {
      return value.isTextual() && URI.create(value.asText()).isAbsolute();
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
