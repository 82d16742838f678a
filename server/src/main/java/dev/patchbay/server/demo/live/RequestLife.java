package dev.patchbay.server.demo.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** One request from its report until it is closed; each step is a fact that a service tells. */
final class RequestLife {
  private static final String SOURCE = "/demo/city-services";
  private static final double COST_IN_WORDS = 0.08;

  private final String id;
  private final Matter matter;
  private final RandomGenerator chance;
  private String status = "open";
  private int version;
  private int comments;

  RequestLife(String id, RandomGenerator chance) {
    this.id = id;
    this.matter = Matter.any(chance);
    this.chance = chance;
  }

  boolean isClosed() {
    return status.equals("closed");
  }

  /** {@code request.created}. */
  ObjectNode report(Instant now) {
    var where = Places.address(chance);
    var who = Places.person(chance);
    var event = event("request.created", now);
    var data = data(event, now).put("status", status).put("title", matter.service());
    data.put("category", matter.category()).put("service", matter.service());
    data.put("description", Places.one(matter.says(), chance));
    data.put("address", where.street()).put("zip", where.zip()).put("district", where.district());
    data.put("lat", where.lat()).put("long", where.lon());
    data.put("requestedAt", seconds(now)).put("priority", priority()).put("channel", channel());
    data.putObject("reporter")
        .put("name", who.name())
        .put("email", who.email())
        .put("phone", who.phone());
    return event;
  }

  /** What happens to it next: work, a comment, an estimate, its end. */
  ObjectNode next(Instant now) {
    return switch (chance.nextInt(5)) {
      case 0 -> comment(now);
      case 1 -> estimate(now);
      default -> moveOn(now);
    };
  }

  /** {@code comment.added}. */
  private ObjectNode comment(Instant now) {
    comments++;
    var event = event("comment.added", now).put("id", id + "-comment-" + comments);
    event
        .putObject("data")
        .put("id", id + "-" + comments)
        .put("requestId", id)
        .put("text", Matter.comment(chance))
        .put("createdAt", seconds(now))
        .putObject("author")
        .put("name", Places.person(chance).name());
    return event;
  }

  /** {@code request.updated}; now and then somebody writes words where a number belongs. */
  private ObjectNode estimate(Instant now) {
    var event = event("request.updated", now);
    var attributes = data(event, now).putObject("attributes");
    if (chance.nextDouble() < COST_IN_WORDS) {
      attributes.put("estimatedCost", "about 300, ask Brennan");
    } else {
      attributes.put("estimatedCost", chance.nextInt(40, 2_400));
    }
    return event;
  }

  /** {@code request.status.changed}. */
  private ObjectNode moveOn(Instant now) {
    var before = status;
    status = before.equals("open") ? "in progress" : "closed";
    var event = event("request.status.changed", now);
    var data = data(event, now).put("status", status).put("previousStatus", before);
    data.put("assignee", matter.team()).put("changedAt", seconds(now));
    if (isClosed()) {
      data.put("statusNotes", Places.one(matter.done(), chance)).put("closedAt", seconds(now));
    }
    return event;
  }

  private ObjectNode event(String type, Instant now) {
    var event = JsonNodeFactory.instance.objectNode();
    return event
        .put("specversion", "1.0")
        .put("id", id + "-" + (version + 1))
        .put("source", SOURCE)
        .put("type", type)
        .put("subject", id)
        .put("time", seconds(now))
        .put("datacontenttype", "application/json");
  }

  private ObjectNode data(ObjectNode event, Instant now) {
    version++;
    return event
        .putObject("data")
        .put("id", id)
        .put("version", version)
        .put("updatedAt", seconds(now));
  }

  private String priority() {
    return chance.nextInt(6) == 0 ? "urgent" : chance.nextInt(3) == 0 ? "high" : "normal";
  }

  private String channel() {
    return chance.nextBoolean() ? "mobile" : chance.nextBoolean() ? "web" : "phone";
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
