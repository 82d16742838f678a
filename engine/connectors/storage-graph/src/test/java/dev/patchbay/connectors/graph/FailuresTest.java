package dev.patchbay.connectors.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.patchbay.spi.store.Publication;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "301, TargetRefused",
    "400, Rejected",
    "401, CredentialRefused",
    "403, TargetRefused",
    "404, TargetRefused",
    "412, NotStored",
    "413, Rejected",
    "423, NotStored",
    "429, NotStored",
    "503, NotStored",
    "507, TargetRefused",
    "509, NotStored"
  })
  void saysWhatAnAnswerMeansWhereverItComes(int status, String expected) {
    assertThat(Failures.of(answer(status)).publication().getClass().getSimpleName())
        .isEqualTo(expected);
    assertThat(Failures.ofPlacing(answer(status)).publication().getClass().getSimpleName())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 408, 500, 502, 504})
  void anAnswerThatIsNoneIsUnknownOnlyWhereAFileIsPutInItsPlace(int status) {
    assertThat(Failures.ofPlacing(answer(status)).publication())
        .isInstanceOf(Publication.Unknown.class);
    assertThat(Failures.of(answer(status)).publication()).isInstanceOf(Publication.NotStored.class);
  }

  @Test
  void whatWasNeverSentIsNotUnknown() {
    assertThat(Failures.ofPlacing(new ConnectException()).publication())
        .isInstanceOf(Publication.NotStored.class);
    assertThat(Failures.ofPlacing(new IOException()).publication())
        .isInstanceOf(Publication.Unknown.class);
  }

  private static Answer answer(int status) {
    return new Answer(status, MissingNode.getInstance(), Duration.ZERO);
  }
}
