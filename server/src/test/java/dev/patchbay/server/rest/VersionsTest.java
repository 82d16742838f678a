package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.server.http.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
  @Test
  void anETagReadsBack() {
    var tag = Versions.tagged(200, "body", 7).getHeaderString("ETag");
    assertThat(tag).isEqualTo("\"7\"");
    assertThat(Versions.expected(" " + tag + " ")).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "*", "W/\"7\"", "\"7\", \"8\"", "\"-1\"", "\"9999999999999999999\""})
  void whatIsNoSingleStrongETagIsRefused(String ifMatch) {
    assertThat(status(() -> Versions.expected(ifMatch))).isEqualTo(400);
  }

  @Test
  void eachOutcomeOfAChangeHasItsStatus() {
    var outcomes = new LinkedHashMap<Saved<String>, Integer>();
    outcomes.put(new Saved.Missing<>(), 404);
    outcomes.put(new Saved.Taken<>(), 409);
    outcomes.put(new Saved.Refused<>("no"), 409);
    outcomes.put(new Saved.Stale<>(3), 412);
    var actual = new LinkedHashMap<Saved<String>, Integer>();
    outcomes.forEach(
        (saved, _) -> actual.put(saved, status(() -> Versions.done(saved, "thing 'x'"))));
    assertThat(actual).isEqualTo(Map.copyOf(outcomes));
    assertThat(Versions.done(new Saved.Done<>("value"), "thing")).isEqualTo("value");
    assertThat(status(() -> Versions.expected(null))).isEqualTo(428);
  }

  private static int status(Runnable action) {
    return catchThrowableOfType(ProblemException.class, action::run).problem().status();
  }
}
