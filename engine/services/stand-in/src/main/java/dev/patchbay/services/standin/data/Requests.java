package dev.patchbay.services.standin.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Citizens' requests of the year 2026 in a town that does not exist, and comments on them. */
public final class Requests {
  private static final Instant FIRST = Instant.parse("2026-01-01T06:00:00Z");
  private static final int MINUTES = 430_000;

  private record Subject(String category, String service, String code, String title, String text) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("Streets", "Road repair", "ST-01", "Pothole", "A deep hole in the lane."),
          new Subject("Streets", "Road signs", "ST-02", "Sign is missing", "The sign fell down."),
          new Subject(
              "Lighting", "Street lamps", "LI-01", "Lamp is dark", "It flickers, then dies."),
          new Subject("Waste", "Collection", "WA-01", "Bin not emptied", "For two weeks now."),
          new Subject("Waste", "Dumping", "WA-02", "Rubbish dumped", "Tyres and an old fridge."),
          new Subject("Parks", "Trees", "PA-01", "Branch came down", "It blocks the foot path."),
          new Subject("Parks", "Playgrounds", "PA-02", "Swing is broken", "One chain is loose."),
          new Subject(
              "Noise", "Night noise", "NO-01", "Loud at night", "Every night; \"quiet\" hours?"),
          new Subject(
              "Water", "Drains", "WT-01", "Drain is blocked", "Water stands in the street."));
  private static final List<String> STATES = List.of("open", "in progress", "closed");
  private static final List<String> DISTRICTS = List.of("North", "South", "Old Town", "Harbour");
  private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
  private static final List<String> CHANNELS = List.of("web", "mobile", "phone");
  private static final List<String> REMARKS =
      List.of("Thank you!", "Still the same today.", "We are on our way.", "Done, please look.");

  private Requests() {}

  /** So many requests by and for these people. */
  public static List<ObjectNode> make(RandomGenerator random, int count, List<ObjectNode> people) {
    var agents = people.stream().filter(p -> p.path("role").asText().equals("agent")).toList();
    var requests = new ArrayList<ObjectNode>();
    for (int i = 0; i < count; i++) {
      var reporter = People.pick(random, people);
      requests.add(request(random, i + 1, reporter, People.pick(random, agents)));
    }
    return requests;
  }

  private static ObjectNode request(
      RandomGenerator random, int number, ObjectNode reporter, ObjectNode agent) {
    var subject = People.pick(random, SUBJECTS);
    var status = People.pick(random, STATES);
    var asked = FIRST.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
    var updated = asked.plus(Duration.ofMinutes(random.nextInt(20_000)));
    var request =
        Json.object()
            .put("id", "r-" + number)
            .put("title", subject.title())
            .put("status", status)
            .put("category", subject.category())
            .put("service", subject.service())
            .put("serviceCode", subject.code())
            .put("description", subject.text())
            .put("requestedAt", asked.toString())
            .put("updatedAt", updated.toString())
            .put("expectedAt", asked.plus(Duration.ofDays(14)).toString())
            .put("assignee", status.equals("open") ? null : agent.path("id").asText())
            .put("agency", "Town Hall");
    if (status.equals("closed")) {
      request.put("closedAt", updated.toString());
    }
    place(random, request);
    request.set("reporter", inShort(reporter));
    return circumstances(random, request);
  }

  private static void place(RandomGenerator random, ObjectNode request) {
    request
        .put("address", (1 + random.nextInt(120)) + " Canal Street")
        .put("zip", "%05d".formatted(1000 + random.nextInt(9000)))
        .put("district", People.pick(random, DISTRICTS))
        .put("lat", 45 + random.nextInt(10_000) / 100_000.0)
        .put("long", -30 - random.nextInt(10_000) / 100_000.0);
  }

  private static ObjectNode circumstances(RandomGenerator random, ObjectNode request) {
    request
        .put("priority", People.pick(random, PRIORITIES))
        .put("channel", People.pick(random, CHANNELS))
        .put("comments", 0)
        .put("followers", random.nextInt(20))
        .put("supporters", random.nextInt(50))
        .put("public", random.nextInt(5) > 0);
    request.putArray("tags").add("sample");
    request.putObject("attributes").put("ward", 1 + random.nextInt(9));
    return request.put("version", 1 + random.nextInt(5));
  }

  /** None to three comments on a request, oldest first. */
  public static List<ObjectNode> comments(
      RandomGenerator random, ObjectNode request, List<ObjectNode> people) {
    var comments = new ArrayList<ObjectNode>();
    var asked = Instant.parse(request.path("requestedAt").asText());
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      var id = request.path("id").asText();
      var comment =
          Json.object()
              .put("id", "c-" + id.substring(2) + "-" + (i + 1))
              .put("requestId", id)
              .put("text", People.pick(random, REMARKS))
              .put("public", random.nextBoolean())
              .put("createdAt", asked.plus(Duration.ofHours(1 + 7L * i)).toString())
              .put("version", 1);
      comment.set("author", inShort(People.pick(random, people)));
      comments.add(comment);
    }
    return comments;
  }

  private static ObjectNode inShort(ObjectNode person) {
    return person.deepCopy().retain("id", "name", "email", "phone", "language");
  }
}
