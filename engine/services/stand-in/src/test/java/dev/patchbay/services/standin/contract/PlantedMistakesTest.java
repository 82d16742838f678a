package dev.patchbay.services.standin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.patchbay.services.standin.CoreServices;
import dev.patchbay.services.standin.CoreServicesOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The check finds what is wrong: otherwise what it passes would mean nothing. */
class PlantedMistakesTest {
  private static CoreServices services;
  private static Conversation talk;
  private static Spoken user;
  private static Spoken request;
  private static Spoken refused;
  private static Spoken comment;
  private static Spoken notification;

  @BeforeAll
  static void talk() {
    services = CoreServices.start(CoreServicesOptions.usual().withRequests(5));
    talk = new Conversation(services);
    var client = services.register("test");
    var all = "requests:read+requests:write+users:read+notifications:send";
    talk.as(talk.token(client.id(), client.secret(), all));
    user = talk.get("/users/u-1");
    request = talk.get("/requests/r-1");
    comment = talk.post("/requests/r-1/comments", "k1", "{\"text\":\"x\"}");
    notification =
        talk.post(
            "/notifications",
            "k2",
            "{\"channel\":\"sms\",\"recipient\":{\"userId\":\"u-1\"},\"text\":\"x\"}");
    refused = talk.as("").get("/users/u-1");
  }

  @AfterAll
  static void close() {
    talk.close();
    services.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":            | \"Version\":            | version",
        "\"email\":\"            | \"email\":\"no address \" ,\"phone\":\" | email",
        "\"createdAt\":\"        | \"createdAt\":\"on      | date-time",
        "\"active\":             | \"colour\":1,\"active\": | colour",
        "\"zip\":\"              | \"zip\":1,\"attributes\":{},\"name\":\" | zip",
        "\"attributes\":{        | \"attributes\":{\"deep\":{}, | attributes",
        "{\"id\"                 | [{\"id\"                | object"
      })
  void findsAnAnswerThatIsNotAsTheSchemaSays(String right, String wrong, String named) {
    var planted = user.withAnswer(user.answer().replace(right.strip(), wrong.strip()));

    assertThat(planted.answer()).isNotEqualTo(user.answer());
    assertThat(talk.check().faults(planted)).isNotEmpty().anyMatch(f -> f.contains(named));
  }

  static Stream<Arguments> mistakes() {
    var plain = Map.of("content-type", List.of("application/json"));
    var problem = Map.of("content-type", List.of("application/problem+json"));
    return Stream.of(
        arguments("status 206", user.withStatus(206)),
        arguments("text/html", user.withReceived(Map.of("content-type", List.of("text/html")))),
        arguments("WWW-Authenticate", refused.withReceived(problem)),
        arguments("Location", notification.withReceived(plain)),
        arguments("media type", refused.withReceived(changed(refused.received(), plain))),
        arguments("credential", user.withSent(Map.of())),
        arguments("Idempotency-Key", comment.withSent(without(comment, "idempotency-key"))),
        arguments("colour", comment.withBody("{\"text\":\"x\",\"colour\":1}")),
        arguments("parameter colour", user.withQuery("colour=red")),
        arguments("parameter limit", user.withPath("/users").withQuery("limit=1000")),
        arguments("though it is good", refused.withStatus(400).withSent(user.sent())),
        arguments("no operation", request.withPath("/requests/r-1/secrets")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void findsWhatElseIsWrong(String named, Spoken planted) {
    assertThat(talk.check().faults(planted)).anyMatch(fault -> fault.contains(named));
  }

  @Test
  void findsNothingInWhatIsRight() {
    for (var right : List.of(user, request, refused, comment, notification)) {
      assertThat(talk.check().faults(right)).isEmpty();
    }
  }

  private static Map<String, List<String>> changed(
      Map<String, List<String>> headers, Map<String, List<String>> by) {
    var changed = new HashMap<>(headers);
    changed.putAll(by);
    return changed;
  }

  private static Map<String, List<String>> without(Spoken one, String header) {
    var fewer = new HashMap<>(one.sent());
    fewer.remove(header);
    return fewer;
  }
}
