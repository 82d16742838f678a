package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

class TroubleTest {
  private static final RedisAddress ADDRESS = new RedisAddress("redis.example.org", 6379, 0, false);

  @ParameterizedTest
  @CsvSource({
    "LOADING Redis is loading the dataset in memory,is still loading its data,false",
    "READONLY You can't write against a read only replica.,is a replica,false",
    "WRONGTYPE Operation against a key,something else than a stream,true",
    "NOGROUP No such key,being made again,false",
    "OOM command not allowed,refused: OOM command not allowed,false",
  })
  void saysWhatRedisRefused(String message, String reason, boolean lasting) {
    var trouble = Trouble.of(new JedisDataException(message), ADDRESS);

    assertThat(trouble.reason()).startsWith("Redis at redis.example.org:6379 ").contains(reason);
    assertThat(trouble.lasting()).isEqualTo(lasting);
  }

  @Test
  void saysThatTheHostIsNotKnown() {
    var failure = new JedisConnectionException("failed", new UnknownHostException("host"));

    assertThat(Trouble.of(failure, ADDRESS).reason()).contains("no machine is known by this name");
  }

  @Test
  void saysThatTlsFails() {
    var failure = new JedisConnectionException("failed", new SSLHandshakeException("no"));

    assertThat(Trouble.of(failure, ADDRESS))
        .isEqualTo(
            new Trouble(
                "Redis at redis.example.org:6379 does not speak TLS here, or shows a certificate"
                    + " that is not trusted.",
                true));
  }

  @Test
  void asksForTlsWhereItMayBeWhatIsMissing() {
    var encrypted = new RedisAddress("redis.example.org", 6379, 0, true);

    assertThat(Trouble.of(new JedisConnectionException("failed"), encrypted).reason())
        .endsWith("cannot be reached. Is it running, does it speak TLS, are host and port right?");
    assertThat(Trouble.of(new JedisConnectionException("failed"), ADDRESS).reason())
        .endsWith("cannot be reached. Is it running, are host and port right?");
  }

  @Test
  void keepsWhatIsNoMatterForPeopleInTheLog() {
    var trouble = Trouble.of(new IllegalStateException("index 7"), ADDRESS);

    assertThat(trouble.reason())
        .isEqualTo(
            "Working with Redis at redis.example.org:6379 failed; the log of the hub says why.");
  }
}
