package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonsTest {
  private final Reasons reasons =
      new Reasons(
          KafkaSettings.of(
              Map.of("bootstrap-servers", "a:1,b:2", "topics", "orders", "group", "hub")));

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new TimeoutException("x"), "Kafka cannot be reached at a:1, b:2. Nobody"),
        Arguments.of(new ConfigException("x"), "Kafka cannot be reached at a:1, b:2. No address"),
        Arguments.of(new SaslAuthenticationException("x"), "Kafka at a:1, b:2 refused the login"),
        Arguments.of(
            GroupAuthorizationException.forGroupId("hub"),
            "The hub may not use the consumer group hub. Grant READ"),
        Arguments.of(
            new InconsistentGroupProtocolException("x"),
            "The consumer group hub divides its partitions in another way. Write a group"),
        Arguments.of(
            new UnsupportedVersionException("x"), "Kafka at a:1, b:2 refuses to work with us"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatIsWrongInOurWords(Throwable failure, String begin) {
    assertThat(reasons.of(failure)).startsWith(begin).doesNotContain("Exception");
  }

  @Test
  void looksIntoWhatIsWrapped() {
    var wrapped = new ExecutionException(new KafkaException("x", new TimeoutException("y")));

    assertThat(reasons.of(wrapped)).isEqualTo(reasons.of(new TimeoutException("y")));
  }

  @Test
  void doesNotTakeADamagedRecordForABrokerThatIsAway() {
    var damaged = new KafkaException("x", new CorruptRecordException("y"));

    assertThat(reasons.of(damaged)).startsWith("A record in Kafka is damaged");
  }

  @Test
  void saysWhatKeepsResultsFromBeingSent() {
    var refused = new TopicAuthorizationException(Set.of("results"));

    assertThat(
            new Reasons(
                    KafkaSettings.of(
                        Map.of(
                            "bootstrap-servers", "a:1", "topics", "t", "result-topic", "results")))
                .notPublished(new CompletionException(refused)))
        .isEqualTo(
            "Results cannot be sent to topic results; they wait. The hub may not write there; grant"
                + " WRITE.");
  }
}
