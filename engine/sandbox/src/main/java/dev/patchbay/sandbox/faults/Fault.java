package dev.patchbay.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One planned misbehaviour. Kept and asked by {@link Faults} under its lock. */
public final class Fault {

  /** What goes wrong. */
  public enum Kind {
    DROP_AFTER_APPLY("drop-after-apply"),
    LATE_APPLY("late-apply"),
    SLOW("slow"),
    EXPIRE_TOKEN("expire-token"),
    SORT("sort"),
    TOO_MANY("429"),
    INTERNAL("500"),
    UNAVAILABLE("503"),
    DISABLED("service-disabled"),
    KEY_DISABLED("api-key-not-enabled");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow(() -> ApiError.invalid("Unknown fault '" + word + "'."));
    }
  }

  private final Kind kind;
  private final String method;
  private final double rate;
  private final long count;
  private final long seed;
  private final double delaySeconds;
  private final int column;
  private final String order;
  private final SplittableRandom chance;
  private long fired;

  private Fault(JsonNode json) {
    this.kind = Kind.of(json.path("fault").asText(""));
    this.method = json.path("method").asText("*");
    this.rate = json.hasNonNull("rate") ? json.get("rate").asDouble() : 1;
    this.count = json.hasNonNull("count") ? json.get("count").asLong() : -1;
    this.seed = json.path("seed").asLong(1);
    this.delaySeconds = json.hasNonNull("delaySeconds") ? json.get("delaySeconds").asDouble() : 3;
    this.column = json.path("column").asInt(0);
    this.order = json.path("order").asText("");
    this.chance = new SplittableRandom(seed);
  }

  /** Reads a fault as posted; throws {@link ApiError} 400 where it makes no sense. */
  static Fault read(JsonNode json) {
    Fault fault = new Fault(json);
    if (!(fault.rate >= 0 && fault.rate <= 1)) {
      throw ApiError.invalid("'rate' must lie between 0 and 1.");
    }
    if (!(fault.delaySeconds >= 0 && fault.delaySeconds <= 3600)) {
      throw ApiError.invalid("'delaySeconds' must lie between 0 and 3600.");
    }
    return fault;
  }

  public Kind kind() {
    return kind;
  }

  public Duration delay() {
    return Duration.ofMillis((long) (delaySeconds * 1000));
  }

  /** The column to sort by, counted from 0. */
  public int column() {
    return column;
  }

  /** ASCENDING or DESCENDING; turned round at each firing unless it was fixed. */
  public String order() {
    if (!order.isEmpty()) {
      return order;
    }
    return fired % 2 == 1 ? "DESCENDING" : "ASCENDING";
  }

  /** Whether it strikes this call; each asking draws from the seed. */
  boolean strikes(String called) {
    boolean meant =
        method.isEmpty()
            || method.equals("*")
            || method.equals("null")
            || bare(method).equals(called);
    if (!meant || (count >= 0 && fired >= count) || chance.nextDouble() >= rate) {
      return false;
    }
    fired++;
    return true;
  }

  private static String bare(String name) {
    return name.startsWith("sheets.spreadsheets.") ? name.substring("sheets.".length()) : name;
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("fault", kind.word).put("method", method);
    json.set("rate", Json.number(rate));
    if (count >= 0) {
      json.put("count", count);
    } else {
      json.putNull("count");
    }
    json.put("seed", seed);
    json.set("delaySeconds", Json.number(delaySeconds));
    return json.put("fired", fired);
  }
}
