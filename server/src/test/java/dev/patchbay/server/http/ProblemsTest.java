package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final FieldError WHOLE = new FieldError("", "must be an object");
  private static final FieldError FIELD = new FieldError("/name", "is required");

  @Test
  void oneFaultIsToldInTheDetailAndSeveralAreCounted() {
    assertThat(Problems.invalid(List.of(FIELD)).detail()).isEqualTo("/name: is required");
    assertThat(Problems.invalid(List.of(FIELD, WHOLE)).detail()).isEqualTo("2 fields are wrong");
  }

  @Test
  void aFaultOfTheWholeIsASentence() {
    assertThat(Problems.invalid(List.of(WHOLE)).detail())
        .isEqualTo("What was sent must be an object");
  }
}
