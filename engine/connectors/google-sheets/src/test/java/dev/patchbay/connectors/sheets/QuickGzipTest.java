package dev.patchbay.connectors.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class QuickGzipTest {
  private static final byte[] ROWS =
      "{\"userEnteredValue\":{\"stringValue\":\"Grüße aus 北京\"}},".repeat(1_000).getBytes(UTF_8);

  private final QuickGzip gzip = new QuickGzip();

  @Test
  void gzipReadsBackWhatWasWritten() throws IOException {
    var packed = new ByteArrayOutputStream();

    gzip.encode(out -> out.write(ROWS), packed);

    assertThat(packed.size()).isLessThan(ROWS.length / 10);
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
      assertThat(plain.readAllBytes()).isEqualTo(ROWS);
    }
  }

  @Test
  void theStreamBelowStaysOpen() throws IOException {
    var closed = new ByteArrayOutputStream();
    var out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.write(1);
          }
        };

    gzip.encode(content -> content.write(ROWS), out);

    assertThat(closed.size()).isZero();
  }

  @Test
  void aFailureOfTheContentIsToldAsItIs() {
    assertThatThrownBy(
            () ->
                gzip.encode(
                    _ -> {
                      throw new IOException("no more");
                    },
                    new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessage("no more");
  }
}
