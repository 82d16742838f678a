package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.server.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBodiesTest {
  @Test
  void whatBeginsAsUtf32AndIsNoneIsTheCallersFault() {
    assertThat(faults(new byte[] {0, 0, 0, '{', -1, -1, -1, -1}))
        .containsExactly(new FieldError("", "is not UTF-8; send JSON in UTF-8"));
  }

  @Test
  void whatIsNoJsonIsToldByItsPlace() {
    assertThat(faults("{\"name\": secret}".getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .satisfies(
            fault -> assertThat(fault.message()).contains("line 1").doesNotContain("secret"));
  }

  private static List<FieldError> faults(byte[] body) {
    return catchThrowableOfType(
            ProblemException.class, () -> JsonBodies.read(body, UserDraft.class))
        .problem()
        .errors();
  }
}
